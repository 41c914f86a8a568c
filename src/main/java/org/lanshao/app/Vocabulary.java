package org.lanshao.app;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.alarm.AlarmWords;
import org.lanshao.command.CommandWords;
import org.lanshao.command.Commands;
import org.lanshao.count.RangeText;
import org.lanshao.desk.PracticeDesk;
import org.lanshao.desk.alert.AlertWord;
import org.lanshao.desk.alert.AlertWords;
import org.lanshao.desk.campaign.CampaignDesk;
import org.lanshao.desk.campaign.CampaignWords;
import org.lanshao.desk.day.DayCommands;
import org.lanshao.desk.day.DayWords;
import org.lanshao.desk.matter.CareCommands;
import org.lanshao.desk.matter.CareWords;
import org.lanshao.desk.notice.NoticeDesk;
import org.lanshao.desk.notice.NoticeWords;
import org.lanshao.desk.people.StationCards;
import org.lanshao.desk.people.StationWords;
import org.lanshao.desk.register.FileWords;
import org.lanshao.desk.report.ReportTalk;
import org.lanshao.desk.report.ReportWords;
import org.lanshao.desk.season.SeasonWords;
import org.lanshao.desk.season.ShelterDesk;
import org.lanshao.desk.site.SiteDesk;
import org.lanshao.desk.site.SiteWords;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.desk.talk.PracticeWords;
import org.lanshao.dialogue.ControlWord;
import org.lanshao.dialogue.DialogueWords;
import org.lanshao.directory.Role;
import org.lanshao.form.Marks;
import org.lanshao.form.Phrase;
import org.lanshao.form.Schema;
import org.lanshao.people.PeopleWord;
import org.lanshao.people.PeopleWords;
import org.lanshao.season.AgendaWords;

/** The words of all rooms that the files people write are checked against. */
public final class Vocabulary {
  private Vocabulary() {}

  /** All that the bot says. */
  public static Set<Phrase> phrases() {
    return Stream.<Phrase[]>of(
            Marks.values(),
            RangeText.phrases(),
            DialogueWords.values(),
            CommandWords.values(),
            DeskWords.values(),
            PeopleWords.values(),
            AlertWords.values(),
            CareWords.values(),
            DayWords.values(),
            SeasonWords.values(),
            AgendaWords.values(),
            NoticeWords.values(),
            PracticeWords.values(),
            CampaignWords.values(),
            FileWords.values(),
            SiteWords.values(),
            StationWords.values(),
            ReportWords.values(),
            AlarmWords.values())
        .flatMap(Arrays::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What forms may refer to, and what they must keep clear of. */
  static Schema schema() {
    return new Schema(
        Arrays.stream(Role.values()).map(Role::word).collect(Collectors.toSet()),
        Arrays.stream(ControlWord.values())
            .flatMap(control -> control.words().stream())
            .collect(Collectors.toSet()),
        Stream.of(
                Commands.firstWords().stream(),
                PeopleWord.firstWords().stream(),
                AlertWord.firstWords().stream(),
                NoticeDesk.firstWords().stream(),
                CampaignDesk.firstWords().stream(),
                DayCommands.firstWords().stream(),
                ShelterDesk.firstWords().stream(),
                FileWords.firstWords().stream(),
                ReportTalk.firstWords().stream(),
                Stream.of(
                    "继续",
                    CareCommands.OVERDUE,
                    SiteDesk.SITES,
                    StationCards.STATION,
                    PracticeDesk.REMOVE))
            .flatMap(words -> words)
            .collect(Collectors.toUnmodifiableSet()),
        Stream.of(Commands.messages(), ShelterDesk.messages(), NoticeDesk.messages())
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet()));
  }
}
