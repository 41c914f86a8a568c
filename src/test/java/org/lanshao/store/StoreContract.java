package org.lanshao.store;

/** What every database must do. Each database's test runs all of it. */
interface StoreContract
    extends TurnContract,
        CountContract,
        RevisionContract,
        MatterContract,
        OutgoingContract,
        TimerContract,
        MediaContract,
        TokenContract,
        NodeContract,
        AlertContract,
        NoticeContract,
        CampaignContract,
        ReminderContract,
        FaultContract,
        SnapshotContract,
        AlarmContract,
        DirectoryContract,
        RegisterContract,
        CardContract,
        KeepContract,
        RecordContract,
        AuditContract,
        PracticeContract,
        StationDayContract,
        ReportContract {}
