package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.store.Samples.DAY;
import static org.lanshao.store.Samples.filing;
import static org.lanshao.store.Samples.submission;
import static org.lanshao.store.Samples.visit;
import static org.lanshao.store.TestAreas.CITY;
import static org.lanshao.store.TestAreas.LUODING;
import static org.lanshao.store.TestAreas.LUOJING;
import static org.lanshao.store.TestAreas.TAIPING;
import static org.lanshao.store.TestAreas.XINCHENG;
import static org.lanshao.store.TestAreas.XINXING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanshao.Effort;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Answers;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Committed;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

/** Records that are corrected, returned and withdrawn. */
interface RevisionContract extends OnDatabase {
  DayRange TODAY = new DayRange(DAY, DAY);
  Committed DONE = new Committed.Done();
  PersonId CHEN = new PersonId("chen");
  Revision.Making BY_LIN =
      new Revision.Making(new PersonId("lin"), Instant.parse("2022-05-12T03:00:00Z"), "数错了");

  @Test
  default void aCorrectionMovesWhatTheRecordCounts() throws Unavailable {
    var filed = filed(1, "甲", 3);
    store().foldOnce();
    var corrected = corrected(filed, XINCHENG);

    assertThat(commit("lin", 1, corrected, "乙", 5)).isEqualTo(DONE);

    checkMoved();
    store().foldOnce();
    checkMoved();
    assertThat(store().recount()).isEmpty();
    assertThat(store().record(filed.record().number())).contains(corrected);
  }

  private void checkMoved() throws Unavailable {
    assertThat(people(CITY)).isEqualTo(5);
    assertThat(people(LUODING)).isZero();
    assertThat(people(XINXING)).isEqualTo(5);
    assertThat(households(TAIPING)).isZero();
    assertThat(households(XINCHENG)).isEqualTo(1);
    assertThat(store().sum("visit.person_times", new Scope.ByPerson(CHEN), TODAY)).isEqualTo(5);
    assertThat(store().distinct("visit.households", new Scope.ByPerson(CHEN), TODAY)).isEqualTo(1);
  }

  @Test
  default void theFirstOfTwoHouseholdVisitsCanBeCorrectedAwayWithoutTheOther() throws Unavailable {
    filed(1, "甲", 3);
    var second = filed(2, "甲", 2);

    assertThat(commit("chen", 3, corrected(second, TAIPING), "乙", 2)).isEqualTo(DONE);

    store().foldOnce();
    assertThat(households(CITY)).isEqualTo(2);
    assertThat(store().recount()).isEmpty();
  }

  @Test
  default void aWithdrawnRecordCountsNothing() throws Unavailable {
    var filed = filed(1, "甲", 3);
    var withdrawn = corrected(filed, LUOJING).withdrawn(BY_LIN);
    commit("chen", 2, corrected(filed, LUOJING), "甲", 4);

    assertThat(commit("chen", 3, new Changes.Filing(withdrawn, List.of()))).isEqualTo(DONE);

    assertThat(people(CITY)).isZero();
    assertThat(households(CITY)).isZero();
    store().foldOnce();
    assertThat(people(CITY)).isZero();
    assertThat(store().recount()).isEmpty();
    assertThat(store().filed(CHEN, DAY)).containsExactly(withdrawn);
  }

  @Test
  default void theLaterOfTwoWhoReviseTheSameIsTurnedAwayWhole() throws Unavailable {
    var filed = filed(1, "甲", 3);
    var corrected = corrected(filed, TAIPING);

    assertThat(commit("chen", 2, corrected, "甲", 5)).isEqualTo(DONE);
    assertThat(commit("lin", 1, corrected, "甲", 7)).isEqualTo(new Committed.Overtaken());

    assertThat(people(CITY)).isEqualTo(5);
    assertThat(store().standing(Samples.conversation("lin"))).isEmpty();
    assertThat(store().history(filed.record().number())).containsExactly(filed, corrected);
    // The same turn again, on what stands now.
    assertThat(commit("lin", 1, corrected(corrected, TAIPING), "甲", 7)).isEqualTo(DONE);
    assertThat(people(CITY)).isEqualTo(7);
  }

  @Test
  default void oneOfManyWhoReviseAtOnceOnTwoNodesWins() throws Exception {
    var nodes = List.of(store(), database().open());
    var filed = filed(1, "甲", 3);
    var other = filed(2, "丙", 2);
    var outcomes =
        TurnContract.atOnce(
            8,
            i -> {
              var revision = corrected(i / 2 % 2 == 0 ? filed : other, TAIPING);
              var entries = visit(revision.record(), "乙", 10L + i).entries();
              var filing = filing("p" + i, 1, new Changes.Filing(revision, entries));
              return Promised.kept(nodes.get(i % 2).commit(filing)).equals(DONE) ? 10 + i : 0;
            });

    var won = outcomes.stream().filter(people -> people > 0).toList();
    assertThat(won).hasSize(2);
    assertThat(people(CITY)).isEqualTo(won.stream().mapToInt(people -> people).sum());
    store().foldOnce();
    assertThat(store().recount()).isEmpty();
    assertThat(store().history(filed.record().number())).hasSize(2);
  }

  @Test
  default void theHistoryTellsEveryRevisionAsItWas() throws Unavailable {
    var filed = filed(1, "甲", 3);
    var corrected = corrected(filed, LUOJING);
    var returned = corrected.returned(BY_LIN);
    commit("lin", 1, corrected, "甲", 4);
    commit("lin", 2, returned, "甲", 4);

    assertThat(store().history(filed.record().number()))
        .containsExactly(filed, corrected, returned);
    assertThat(store().history("V0")).isEmpty();
    assertThat(store().record("V0")).isEmpty();
    assertThat(people(CITY)).isEqualTo(4);
  }

  @Test
  default void aReturnedRecordIsListedForItsAuthorUntilItIsCorrected() throws Unavailable {
    var filed = filed(1, "甲", 3);
    filed(2, "乙", 1);
    var returned = filed.returned(BY_LIN);
    commit("lin", 1, returned, "甲", 3);

    assertThat(store().returned(CHEN)).containsExactly(returned);
    assertThat(store().returned(new PersonId("lin"))).isEmpty();

    commit("chen", 3, corrected(returned, TAIPING), "甲", 2);
    assertThat(store().returned(CHEN)).isEmpty();
  }

  @Test
  default void whatWasFiledLastIsFoundUnlessItWasWithdrawn() throws Unavailable {
    assertThat(store().lastFiled(CHEN)).isEmpty();
    var first = filed(1, "甲", 3);
    var second = filed(2, "乙", 1);
    assertThat(store().lastFiled(CHEN)).contains(second);
    var form = second.record().form();
    assertThat(store().lastFiled(CHEN, form)).contains(second);
    assertThat(store().lastFiled(CHEN, new org.lanshao.form.FormId("other"))).isEmpty();
    assertThat(store().lastFiled(new PersonId("lin"), form)).isEmpty();

    commit("chen", 3, new Changes.Filing(second.withdrawn(BY_LIN), List.of()));

    assertThat(store().lastFiled(CHEN)).contains(first);
    assertThat(store().lastFiled(CHEN, form)).contains(first);
  }

  /** The model: for each record where it lies now and what it counts, nothing once withdrawn. */
  @Test
  default void randomLivesOfRecordsCountAsAddedUpByHand() throws Unavailable {
    var random = new Random(20220513);
    var areas = List.of(TAIPING, LUOJING, XINCHENG);
    var standing = new ArrayList<Revision>();
    var counted = new HashMap<UUID, Counted>();
    int steps = Effort.of(150);
    for (int n = 1; n <= steps; n++) {
      var area = areas.get(random.nextInt(3));
      var now = new Counted("户" + random.nextInt(4), random.nextInt(6));
      int which = random.nextInt(standing.size() + 2);
      if (which >= standing.size()) {
        var record = Revision.first(submission("chen", area, DAY.minusDays(random.nextInt(3))));
        commit("chen", n, record, now.household(), now.people());
        standing.add(record);
        counted.put(record.record().id(), now);
      } else if (random.nextInt(5) == 0) {
        var withdrawn = standing.remove(which).withdrawn(BY_LIN);
        assertThat(commit("chen", n, new Changes.Filing(withdrawn, List.of()))).isEqualTo(DONE);
      } else {
        var corrected = corrected(standing.get(which), area);
        assertThat(commit("chen", n, corrected, now.household(), now.people())).isEqualTo(DONE);
        standing.set(which, corrected);
        counted.put(corrected.record().id(), now);
      }
      if (random.nextInt(8) == 0) {
        store().foldOnce();
      }
      if (n % 10 == 0) {
        check(standing, counted);
      }
    }
    store().foldOnce();
    check(standing, counted);
    assertThat(store().recount()).isEmpty();
    store().rebuild();
    check(standing, counted);
  }

  private void check(List<Revision> standing, Map<UUID, Counted> counted) throws Unavailable {
    for (var area : List.of(CITY, LUODING, XINXING, TAIPING, LUOJING)) {
      for (int back = 0; back < 3; back++) {
        var range = new DayRange(DAY.minusDays(back), DAY);
        var inside =
            standing.stream()
                .map(Revision::record)
                .filter(record -> TestAreas.within(record.area()).contains(area))
                .filter(record -> !record.day().isBefore(range.first()))
                .map(record -> counted.get(record.id()))
                .toList();
        assertThat(store().sum("visit.person_times", new Scope.InArea(area), range))
            .isEqualTo(inside.stream().mapToLong(Counted::people).sum());
        assertThat(store().distinct("visit.households", new Scope.InArea(area), range))
            .isEqualTo(inside.stream().map(Counted::household).distinct().count());
      }
    }
  }

  /** What a record counts. */
  record Counted(String household, long people) {}

  private Revision filed(long seq, String household, long people) throws Unavailable {
    Submission submission = submission("chen", TAIPING, DAY);
    assertThat(commit("chen", seq, visit(submission, household, people))).isEqualTo(DONE);
    return Revision.first(submission);
  }

  private static Revision corrected(Revision before, AreaCode area) {
    var answers = new Answers(Map.of(new QuestionId("note"), new Value.Text("改过的备注")));
    return before.corrected(area, answers, BY_LIN);
  }

  private Committed commit(String account, long seq, Revision revision, String household, long n)
      throws Unavailable {
    var entries = visit(revision.record(), household, n).entries();
    return commit(account, seq, new Changes.Filing(revision, entries));
  }

  private Committed commit(String account, long seq, Changes.Filing filing) throws Unavailable {
    return commit(filing(account, seq, filing));
  }

  private long people(AreaCode area) throws Unavailable {
    return store().sum("visit.person_times", new Scope.InArea(area), TODAY);
  }

  private long households(AreaCode area) throws Unavailable {
    return store().distinct("visit.households", new Scope.InArea(area), TODAY);
  }
}
