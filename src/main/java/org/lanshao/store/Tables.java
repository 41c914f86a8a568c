package org.lanshao.store;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lanshao.directory.AreaCode;
import org.lanshao.record.Matter;
import org.lanshao.turn.Changes;

/** The tables that a turn writes. */
record Tables(
    TurnTable turns,
    SubmissionTable submissions,
    RevisionTable revisions,
    EntryTable entries,
    OutgoingTable outgoing,
    OutgoingClaims claims,
    OutgoingRest rest,
    OutgoingPast past,
    OutgoingLines lines,
    TimerTable timers,
    MediaTable media,
    DirectoryTable directory,
    MatterTable matters,
    AlertTable alerts,
    NoticeTable notices,
    ReceiptTable receipts,
    CampaignTable campaigns,
    RegisterTable register,
    StationDayTable days) {
  static Tables of(
      Dialect dialect, Seal seal, Clock clock, Function<AreaCode, List<AreaCode>> within) {
    var submissions = new SubmissionTable(dialect, seal);
    return new Tables(
        new TurnTable(dialect, seal),
        submissions,
        new RevisionTable(dialect, seal, submissions),
        new EntryTable(dialect, seal, within),
        new OutgoingTable(dialect, seal, clock),
        new OutgoingClaims(dialect, seal),
        new OutgoingRest(seal),
        new OutgoingPast(seal),
        new OutgoingLines(seal),
        new TimerTable(dialect),
        new MediaTable(dialect, seal),
        new DirectoryTable(dialect, seal),
        new MatterTable(dialect, seal),
        new AlertTable(dialect, seal),
        new NoticeTable(dialect, seal),
        new ReceiptTable(dialect, seal),
        new CampaignTable(dialect, seal),
        new RegisterTable(dialect, seal),
        new StationDayTable(dialect));
  }

  /** All rows of a turn, sealed. */
  Rows rows(Changes changes) {
    return new Rows(
        changes.turn(),
        turns.row(changes.turn()),
        each(changes.filings(), this::filing),
        each(changes.outgoing(), outgoing::row),
        each(changes.timers(), TimerTable::row),
        changes.moves(),
        each(changes.media(), media::row),
        changes.ended(),
        changes.directory().map(directory::row),
        changes.again(),
        each(changes.dropped(), media::key),
        alerts.rows(changes.alerts()),
        notices.rows(changes.notices()),
        changes.register().map(register::rows),
        rows(changes.matters()),
        each(changes.campaigns().versions(), campaigns::row),
        each(changes.campaigns().listed(), CampaignTable::row),
        beginning(changes),
        changes.season());
  }

  private static Optional<Object[]> beginning(Changes changes) {
    long at = changes.turn().at().toEpochMilli();
    return changes.campaigns().knew().map(knew -> new Object[] {knew + 1, at});
  }

  /** The rows of a filing, sealed. */
  Rows.Filing filing(Changes.Filing filing) {
    var path = entries.path(filing.submission().area());
    boolean first = filing.revision().number() == 1;
    var row = first ? submissions.row(filing.submission()) : revisions.row(filing.revision());
    return new Rows.Filing(
        first,
        row,
        entries.rows(filing, path),
        path,
        rows(filing.matters()),
        MetTable.rows(filing.revision()),
        StationDayTable.row(filing));
  }

  private List<Object[]> rows(List<Matter> versions) {
    return each(versions, m -> matters.row(m, entries.path(m.area())));
  }

  /** Most turns write nothing of most kinds. */
  static <T, R> List<R> each(List<T> all, Function<T, R> row) {
    return all.isEmpty() ? List.of() : all.stream().map(row).toList();
  }
}
