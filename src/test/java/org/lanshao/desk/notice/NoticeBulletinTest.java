package org.lanshao.desk.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.notice.Asks;
import org.lanshao.notice.Colour;
import org.lanshao.notice.Level;
import org.lanshao.notice.Notes;
import org.lanshao.notice.Notice;
import org.lanshao.notice.NoticeEvent;
import org.lanshao.notice.Silence;
import org.lanshao.notice.Verdict;
import org.lanshao.season.BundledReminders;
import org.lanshao.season.Schedule;
import org.lanshao.season.Signal;
import org.lanshao.turn.KeptNotice;
import org.lanshao.turn.Notices;
import org.lanshao.turn.Unavailable;

/** What notices have told a place keeps routine reminders back, or lets them go out. */
class NoticeBulletinTest {
  private static final Instant NOW = Instant.parse("2022-05-10T08:00:00Z");
  private static final Instant DAY = Instant.parse("2022-05-09T16:00:00Z");
  private static final AreaCode ELSEWHERE = new AreaCode("445303104");
  private static final Schedule DROWNING =
      BundledReminders.read().schedule("drowning-school").orElseThrow();

  @Test
  void aStationThatGotAWarningTodayGetsNoReminderAndOthersDo() throws Unavailable {
    var bulletin = bulletin(List.of(rain(NOW.minusSeconds(60))), List.of());

    assertThat(bulletin.told(Notes.TOWN, DAY, NOW).lets(DROWNING)).isFalse();
    assertThat(bulletin.told(ELSEWHERE, DAY, NOW).lets(DROWNING)).isTrue();
  }

  @Test
  void aWarningOfTheDayBeforeKeepsNoReminderBackAndIsStillInForce() throws Unavailable {
    var told = bulletin(List.of(rain(DAY.minusSeconds(60))), List.of()).told(Notes.TOWN, DAY, NOW);

    assertThat(told.lets(DROWNING)).isTrue();
    assertThat(told.inForce()).containsExactly(new Signal("暴雨", new Level.Signal(Colour.RED)));
  }

  @Test
  void aTopicThatAPlaceOrWhatItLiesInAskedNotToHearOfIsLeftOutThere() throws Unavailable {
    var county = new Silence("防溺水", new AreaCode("445381"), NOW.plus(Duration.ofDays(7)));
    var over = new Silence("防溺水", ELSEWHERE, NOW);
    var bulletin = bulletin(List.of(), List.of(county, over));

    assertThat(bulletin.told(Notes.TOWN, DAY, NOW).silenced()).isEqualTo(Set.of("防溺水"));
    assertThat(bulletin.told(Notes.TOWN, DAY, NOW).lets(DROWNING)).isFalse();
    assertThat(bulletin.told(ELSEWHERE, DAY, NOW).lets(DROWNING)).isTrue();
  }

  private static Notice rain(Instant at) {
    var by = Notes.by("p41", at);
    return Notice.of(
        List.of(
            Notes.drafted("N1", by),
            new NoticeEvent.Issued(by, Asks.NONE, true),
            new NoticeEvent.Placed(by, Map.of(Notes.TOWN, Verdict.Send.ALONE))));
  }

  private static NoticeBulletin bulletin(List<Notice> kept, List<Silence> silences) {
    var notices =
        (Notices)
            Proxy.newProxyInstance(
                NoticeBulletinTest.class.getClassLoader(),
                new Class<?>[] {Notices.class},
                (proxy, asked, arguments) ->
                    switch (asked.getName()) {
                      case "current" ->
                          kept.stream()
                              .map(one -> new KeptNotice(one, 3, Optional.empty()))
                              .toList();
                      case "silences" -> silences;
                      default -> throw new UnsupportedOperationException(asked.getName());
                    });
    return new NoticeBulletin(notices, BundledDirectory::read);
  }
}
