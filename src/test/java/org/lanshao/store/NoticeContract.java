package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.store.TestDatabase.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanshao.Effort;
import org.lanshao.alert.By;
import org.lanshao.directory.Agency;
import org.lanshao.directory.PersonId;
import org.lanshao.notice.Asks;
import org.lanshao.notice.Notes;
import org.lanshao.notice.Notice;
import org.lanshao.notice.NoticeEvent;
import org.lanshao.notice.Silence;
import org.lanshao.notice.Unit;
import org.lanshao.notice.Verdict;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Committed;
import org.lanshao.turn.NewTimer;
import org.lanshao.turn.NoticeChanges;
import org.lanshao.turn.NoticeReceipt;
import org.lanshao.turn.NoticeStep;
import org.lanshao.turn.Notices.Asked;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

/** Notices: written with a turn, gone on with by one, confirmed by many. */
interface NoticeContract extends PrivacyContract {
  Committed WRITTEN = new Committed.Done();
  By JIANG = Notes.by("jiang", NOW);
  Unit TOWN = Unit.of(Notes.TOWN);
  Unit OTHER = Unit.of(Notes.OTHER);

  @Test
  default void aNoticeComesBackAsItWas() throws Unavailable {
    var events = new ArrayList<NoticeEvent>(List.of(Notes.drafted("N1", JIANG)));
    events.add(new NoticeEvent.Issued(JIANG, Asks.WORKER, true));
    events.add(
        new NoticeEvent.Placed(
            JIANG,
            Map.of(
                Notes.TOWN,
                new Verdict.Send("N0"),
                Notes.OTHER,
                new Verdict.Hold(NOW.plusSeconds(60), Verdict.Why.QUIET))));
    events.add(new NoticeEvent.Reminded(JIANG, 1, Set.of(Notes.TOWN)));
    events.add(new NoticeEvent.Placed(JIANG, Map.of(Notes.OTHER, new Verdict.Inhibit("N9"))));
    events.add(new NoticeEvent.Settled(JIANG));
    var timer = Samples.id();

    assertThat(commitNotice("jiang", 1, step(0, events, Optional.of(timer), List.of())))
        .isEqualTo(WRITTEN);

    var kept = store().notices().notice("N1").orElseThrow();
    assertThat(kept.notice()).isEqualTo(Notice.of(events));
    assertThat(kept.length()).isEqualTo(6);
    assertThat(kept.timer()).contains(timer);
    assertThat(store().notices().current(NOW.plusSeconds(1))).containsExactly(kept);
    assertThat(store().notices().identified("id-N1")).contains(kept);
    assertThat(store().notices().identified("")).isEmpty();
    assertThat(store().notices().draft(new PersonId("jiang"))).isEmpty();
    assertThat(store().notices().notice("N2")).isEmpty();
  }

  @Test
  default void whatIsOverIsCurrentOnlyForAWhile() throws Unavailable {
    var dropped = new NoticeEvent.Ended(JIANG, Notice.End.DROPPED, "");
    commitNotice("jiang", 1, begin("N1"));
    assertThat(store().notices().draft(new PersonId("jiang"))).isPresent();

    commitNotice("jiang", 2, goOn("N1", dropped));

    assertThat(store().notices().draft(new PersonId("jiang"))).isEmpty();
    assertThat(store().notices().current(NOW)).hasSize(1);
    assertThat(store().notices().current(NOW.plusMillis(1))).isEmpty();
  }

  @Test
  default void ofTwoTurnsThatGoOnFromTheSameEventOneIsWritten() throws Unavailable {
    commitNotice("jiang", 1, begin("N1"));
    var issued = goOn("N1", new NoticeEvent.Issued(JIANG, Asks.STATION, false));
    var dropped = goOn("N1", new NoticeEvent.Ended(JIANG, Notice.End.DROPPED, ""));

    assertThat(commitNotice("jiang", 2, issued)).isEqualTo(WRITTEN);
    assertThat(commitNotice("lin", 1, dropped)).isEqualTo(new Committed.Overtaken());

    assertThat(store().notices().notice("N1").orElseThrow().notice().isOpen()).isTrue();
    assertThat(store().standing(Samples.conversation("lin"))).isEmpty();
  }

  @Test
  default void ofSeveralNoticesOfATurnAllGoOnOrNone() throws Unavailable {
    commitNotice("jiang", 1, begin("N1"));
    commitNotice("jiang", 2, begin("N2"));
    var first = goOn("N1", new NoticeEvent.Issued(JIANG, Asks.STATION, false));
    var second = goOn("N2", new NoticeEvent.Issued(JIANG, Asks.STATION, false));
    commitNotice("jiang", 3, second);

    assertThat(commit(changes("lin", 1, List.of(first, second), List.of(), List.of())))
        .isEqualTo(new Committed.Overtaken());

    assertThat(store().notices().notice("N1").orElseThrow().notice().isDraft()).isTrue();
    assertThat(commitNotice("lin", 1, first)).isEqualTo(WRITTEN);
  }

  @Test
  default void whatWasConfirmedOfWhatHoldsIsFoundTheLastFirst() throws Unavailable {
    var me = Unit.of(Notes.TOWN, new PersonId("lin"));
    for (int i = 1; i <= 4; i++) {
      commitNotice("jiang", i, open("N" + i, List.of(TOWN, OTHER, me)));
    }
    var lifted = new NoticeEvent.Ended(JIANG, Notice.End.LIFTED, "N9");
    commitNotice("jiang", 5, goOn("N4", lifted));
    var first = receipt("N1", TOWN, "chen", NOW.plusSeconds(1));
    var second = receipt("N2", me, "lin", NOW.plusSeconds(2));
    var third = receipt("N3", TOWN, "chen", NOW.plusSeconds(3));
    var over = receipt("N4", TOWN, "chen", NOW.plusSeconds(4));
    var elsewhere = receipt("N3", OTHER, "wu", NOW.plusSeconds(5));
    var receipts = List.of(first, second, third, over, elsewhere);
    commit(changes("chen", 1, List.of(), receipts, List.of()));

    assertThat(store().notices().confirmed(List.of(TOWN, me), 9))
        .containsExactly(third, second, first);
    assertThat(store().notices().confirmed(List.of(TOWN, me), 2)).containsExactly(third, second);
    assertThat(store().notices().confirmed(List.of(me), 9)).containsExactly(second);
  }

  @Test
  default void theFirstConfirmationOfAUnitCounts() throws Unavailable {
    commitNotice("jiang", 1, open("N1", List.of(TOWN, OTHER)));
    var first = receipt("N1", TOWN, "chen", NOW);
    var second = receipt("N1", TOWN, "lin", NOW.plusSeconds(1));

    commit(changes("chen", 1, List.of(), List.of(first), List.of()));
    assertThat(commit(changes("lin", 1, List.of(), List.of(second), List.of()))).isEqualTo(WRITTEN);

    assertThat(store().notices().receipts("N1")).containsExactly(first);
    assertThat(store().notices().receipt("N1", TOWN)).contains(first);
    assertThat(store().notices().receipt("N1", OTHER)).isEmpty();
    assertThat(store().notices().units("N1")).containsExactly(OTHER, TOWN);
  }

  @Test
  default void anAgencyIsAskedAndConfirmsBesideItsStation() throws Unavailable {
    var flood = Unit.of(Notes.TOWN, new Agency("三防办"));
    commitNotice("jiang", 1, open("N1", List.of(TOWN, flood)));
    var confirmed = receipt("N1", flood, "gao", NOW);
    commit(changes("gao", 1, List.of(), List.of(confirmed), List.of()));

    assertThat(store().notices().units("N1")).containsExactlyInAnyOrder(TOWN, flood);
    assertThat(store().notices().receipts("N1")).containsExactly(confirmed);
    assertThat(store().notices().asked(List.of(flood))).isEmpty();
    assertThat(store().notices().asked(List.of(TOWN)))
        .extracting(Asked::unit)
        .containsExactly(TOWN);
    assertThat(store().notices().asked("N1", List.of(flood))).map(Asked::unit).contains(flood);
  }

  @Test
  default void whoGoesByWhatWasConfirmedOrEndedMeanwhileIsOvertaken() throws Unavailable {
    commitNotice("jiang", 1, open("N1", List.of(TOWN, OTHER)));
    commitNotice("jiang", 2, open("N2", List.of(TOWN)));
    var first = receipt("N1", TOWN, "chen", NOW);

    assertThat(confirm("chen", 1, first, "N2")).isEqualTo(WRITTEN);
    assertThat(confirm("lin", 1, receipt("N2", TOWN, "lin", NOW), "N1"))
        .isEqualTo(new Committed.Overtaken());

    assertThat(store().notices().receipts("N2")).isEmpty();
    assertThat(store().notices().receipts("N1")).containsExactly(first);
    commitNotice("jiang", 3, goOn("N2", new NoticeEvent.Ended(JIANG, Notice.End.LIFTED, "")));
    assertThat(confirm("lin", 1, receipt("N1", OTHER, "lin", NOW), "N2"))
        .as("N2 is over")
        .isEqualTo(new Committed.Overtaken());
    assertThat(store().standing(Samples.conversation("lin"))).isEmpty();
  }

  /** Somebody confirms one, and goes by it that the other one is asked. */
  private Committed confirm(String account, long seq, NoticeReceipt said, String other)
      throws Unavailable {
    return commit(confirming(account, seq, said, other));
  }

  private static Changes confirming(String account, long seq, NoticeReceipt said, String other) {
    var stillAsked = List.of(new Asked(other, "暴雨红色预警", TOWN));
    return Changes.of(Samples.plain(account, seq, account + "-" + seq).turn())
        .notices(new NoticeChanges(List.of(), List.of(said), List.of(), stillAsked))
        .build();
  }

  @Test
  default void ofTwoWhoConfirmTheLastTwoAtOnceOneIsOvertaken() throws Exception {
    var nodes = List.of(store(), database().open());
    for (int round = 0; round < 20; round++) {
      var numbers = List.of("N" + (2 * round + 1), "N" + (2 * round + 2));
      for (String number : numbers) {
        commitNotice("j" + number, 1, open(number, List.of(TOWN)));
      }
      long seq = round + 1L;
      boolean apart = round % 2 == 0;
      var outcomes =
          TurnContract.atOnce(
              2,
              i -> {
                var said = receipt(numbers.get(i), TOWN, "p" + i, NOW);
                var changes = confirming("p" + i + "-" + seq, 1, said, numbers.get(1 - i));
                return Promised.kept(nodes.get(apart ? i : 0).commit(changes));
              });

      assertThat(outcomes).containsExactlyInAnyOrder(WRITTEN, new Committed.Overtaken());
      assertThat(store().notices().asked(List.of(TOWN))).hasSize(round + 1);
    }
  }

  @Test
  default void whatThirtyConfirmAtOnceIsCountedExactly() throws Exception {
    int each = Effort.of(1_000);
    int all = 30 * each;
    var units = new ArrayList<Unit>();
    for (int i = 0; i < all; i++) {
      units.add(Unit.of(Notes.TOWN, new PersonId("p" + i)));
    }
    commitNotice("jiang", 1, open("N1", units));

    TurnContract.atOnce(
        30,
        thread -> {
          for (int i = 0; i < each + each / 10; i++) {
            var unit = units.get((thread * each + i) % all);
            var said = receipt("N1", unit, "p", NOW.plusSeconds(i % 600));
            commit(changes("t" + thread, i + 1, List.of(), List.of(said), List.of()));
          }
          return true;
        });

    assertThat(store().notices().receipts("N1")).hasSize(all);
    assertThat(store().notices().units("N1")).hasSize(all);
    assertThat(store().notices().asked(units.subList(0, 5))).isEmpty();
  }

  @Test
  default void whatOneIsAskedIsTheMostUrgentFirst() throws Unavailable {
    var me = Unit.of(Notes.TOWN, new PersonId("chen"));
    commitNotice("jiang", 1, open("N1", List.of(TOWN)));
    commitNotice("jiang", 2, open("N2", List.of(me, OTHER)));
    commitNotice("jiang", 3, begin("N3"));
    var units = List.of(TOWN, me);

    assertThat(store().notices().asked(units))
        .extracting(Asked::number)
        .containsExactlyInAnyOrder("N1", "N2");
    assertThat(store().notices().asked("N2", units)).map(Asked::unit).contains(me);
    assertThat(store().notices().asked("N2", List.of(TOWN))).isEmpty();
    assertThat(store().notices().asked(List.of(OTHER)).getFirst().title()).isEqualTo("暴雨红色预警");

    commit(changes("chen", 1, List.of(), List.of(receipt("N2", me, "chen", NOW)), List.of()));
    assertThat(store().notices().asked(units)).extracting(Asked::number).containsExactly("N1");
  }

  @Test
  default void aNoticeWithoutATimerThatRingsIsFoundUntilItIsOver() throws Exception {
    commitNotice("jiang", 1, open("N1", List.of(TOWN)));
    Instant due = store().timers().nextTimer().orElseThrow();
    assertThat(store().notices().forgotten(due.minusSeconds(1))).isEmpty();
    assertThat(store().notices().forgotten(due)).containsExactly("N1");

    database().run("DELETE FROM timer");
    assertThat(store().notices().forgotten(NOW)).containsExactly("N1");

    commitNotice("jiang", 2, goOn("N1", new NoticeEvent.Ended(JIANG, Notice.End.LIFTED, "")));
    assertThat(store().notices().forgotten(NOW)).isEmpty();
  }

  @Test
  default void aSilenceTakesThePlaceOfTheOneBefore() throws Unavailable {
    var silence = new Silence("防溺水", Notes.TOWN, NOW.plus(Duration.ofDays(7)));
    commit(changes("jiang", 1, List.of(), List.of(), List.of(silence)));
    assertThat(store().notices().silences(NOW)).containsExactly(silence);

    var ended = new Silence("防溺水", Notes.TOWN, NOW);
    commit(changes("jiang", 2, List.of(), List.of(), List.of(ended)));
    assertThat(store().notices().silences(NOW)).isEmpty();
  }

  @Test
  default void whatANoticeSaysIsSealed() throws Exception {
    commitNotice("jiang", 1, open("N1", List.of(TOWN)));
    var note =
        new NoticeReceipt("N1", TOWN, new PersonId("p"), NoticeReceipt.How.PROXY, "电话问过", NOW);
    commit(changes("chen", 1, List.of(), List.of(note), List.of()));

    assertThat(store().notices().receipts("N1").getFirst().note()).isEqualTo("电话问过");
    assertThat(holds("转移")).isFalse();
    assertThat(holds("红色")).isFalse();
    assertThat(holds("电话问过")).isFalse();
  }

  private Committed commitNotice(String account, long seq, NoticeStep step) throws Unavailable {
    return commit(changes(account, seq, List.of(step), List.of(), List.of()));
  }

  private static NoticeStep begin(String number) {
    return step(0, List.of(Notes.drafted(number, JIANG)), Optional.of(Samples.id()), List.of());
  }

  private static NoticeStep open(String number, List<Unit> asked) {
    var events =
        List.of(Notes.drafted(number, JIANG), new NoticeEvent.Issued(JIANG, Asks.STATION, false));
    return step(0, events, Optional.of(Samples.id()), asked);
  }

  private NoticeStep goOn(String number, NoticeEvent event) throws Unavailable {
    var kept = store().notices().notice(number).orElseThrow();
    var after = kept.notice().after(event);
    var timer = after.due().map(due -> Samples.id());
    return new NoticeStep(kept.length(), List.of(event), after, timer, List.of());
  }

  private static NoticeStep step(
      long from, List<? extends NoticeEvent> events, Optional<UUID> timer, List<Unit> asked) {
    return new NoticeStep(from, List.copyOf(events), Notice.of(List.copyOf(events)), timer, asked);
  }

  private static NoticeReceipt receipt(String number, Unit unit, String person, Instant at) {
    return new NoticeReceipt(number, unit, new PersonId(person), NoticeReceipt.How.TYPED, "", at);
  }

  private static Changes changes(
      String account,
      long seq,
      List<NoticeStep> steps,
      List<NoticeReceipt> receipts,
      List<Silence> silences) {
    var plain = Samples.plain(account, seq, account + "-" + seq);
    var timers =
        steps.stream()
            .flatMap(
                step ->
                    step.timer().stream()
                        .map(
                            id ->
                                new NewTimer(
                                    id,
                                    NewTimer.Kind.NOTICE,
                                    Samples.conversation("notice-" + step.number()),
                                    NOW.plusSeconds(300),
                                    NOW)))
            .toList();
    return Changes.of(plain.turn())
        .timers(timers)
        .notices(new NoticeChanges(steps, receipts, silences))
        .build();
  }
}
