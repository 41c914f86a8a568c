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

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.lanshao.Effort;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.turn.Unavailable;

/** Counts: exact at once, the same before, during and after folding. */
interface CountContract extends OnDatabase {
  DayRange TODAY = new DayRange(DAY, DAY);
  DayRange SPRING = new DayRange(LocalDate.of(2022, 2, 10), LocalDate.of(2022, 5, 20));

  @Test
  default void nothingFiledCountsZero() throws Unavailable {
    assertThat(people(new Scope.InArea(CITY), TODAY)).isZero();
    assertThat(households(new Scope.InArea(CITY), TODAY)).isZero();
    assertThat(people(new Scope.ByPerson(new PersonId("chen")), TODAY)).isZero();
  }

  @Test
  default void aFilingCountsAtOnceInEveryAreaItLiesIn() throws Unavailable {
    fileSpring();
    checkSpring();
  }

  @Test
  default void foldingChangesNoCount() throws Unavailable {
    fileSpring();
    store().foldOnce();
    assertThat(database().ask("SELECT count(*) FROM unfolded")).isEqualTo("0");
    assertThat(database().ask("SELECT count(*) FROM period_tally")).isNotEqualTo("0");
    checkSpring();
    assertThat(store().recount()).isEmpty();
  }

  @Test
  default void aCountIsExactWhenHalfIsFolded() throws Unavailable {
    file("chen", 1, submission("chen", TAIPING, LocalDate.of(2022, 2, 9)), "家", 7);
    file("chen", 2, submission("chen", TAIPING, LocalDate.of(2022, 2, 10)), "甲", 1);
    file("chen", 3, submission("chen", TAIPING, LocalDate.of(2022, 3, 31)), "甲", 2);
    store().foldOnce();
    file("chen", 4, submission("chen", LUOJING, LocalDate.of(2022, 4, 1)), "乙", 3);
    file("lin", 1, submission("lin", XINCHENG, LocalDate.of(2022, 5, 20)), "甲", 4);
    store().foldOnce();
    file("lin", 2, submission("lin", XINCHENG, LocalDate.of(2022, 5, 21)), "丙", 8);
    checkSpring();
  }

  private void fileSpring() throws Unavailable {
    file("chen", 1, submission("chen", TAIPING, LocalDate.of(2022, 2, 9)), "家", 7);
    file("chen", 2, submission("chen", TAIPING, LocalDate.of(2022, 2, 10)), "甲", 1);
    file("chen", 3, submission("chen", TAIPING, LocalDate.of(2022, 3, 31)), "甲", 2);
    file("chen", 4, submission("chen", LUOJING, LocalDate.of(2022, 4, 1)), "乙", 3);
    file("lin", 1, submission("lin", XINCHENG, LocalDate.of(2022, 5, 20)), "甲", 4);
    file("lin", 2, submission("lin", XINCHENG, LocalDate.of(2022, 5, 21)), "丙", 8);
  }

  private void checkSpring() throws Unavailable {
    assertThat(people(new Scope.InArea(CITY), SPRING)).isEqualTo(10);
    assertThat(people(new Scope.InArea(LUODING), SPRING)).isEqualTo(6);
    assertThat(people(new Scope.InArea(XINXING), SPRING)).isEqualTo(4);
    assertThat(people(new Scope.InArea(TAIPING), SPRING)).isEqualTo(3);
    assertThat(people(new Scope.ByPerson(new PersonId("lin")), SPRING)).isEqualTo(4);
    assertThat(people(new Scope.InAreas(List.of(TAIPING, XINXING)), SPRING)).isEqualTo(7);
    assertThat(people(new Scope.InAreas(List.of(TAIPING, LUOJING, XINCHENG)), SPRING))
        .isEqualTo(10);
    assertThat(households(new Scope.InAreas(List.of(TAIPING, XINXING)), SPRING)).isEqualTo(1);
    assertThat(households(new Scope.InArea(CITY), SPRING)).isEqualTo(2);
    assertThat(households(new Scope.InArea(LUODING), SPRING)).isEqualTo(2);
    assertThat(households(new Scope.InArea(TAIPING), SPRING)).isEqualTo(1);
    assertThat(households(new Scope.ByPerson(new PersonId("chen")), SPRING)).isEqualTo(2);
    var march = new DayRange(LocalDate.of(2022, 3, 1), LocalDate.of(2022, 3, 31));
    assertThat(people(new Scope.InArea(LUODING), march)).isEqualTo(2);
    var lastOfMarch = new DayRange(LocalDate.of(2022, 3, 31), LocalDate.of(2022, 4, 1));
    assertThat(people(new Scope.InArea(LUODING), lastOfMarch)).isEqualTo(5);
  }

  @Test
  default void anAreaThatNobodyKnowsCountsForItself() throws Unavailable {
    var elsewhere = new AreaCode("999");
    file("chen", 1, submission("chen", elsewhere, DAY), "甲", 3);
    store().foldOnce();
    assertThat(people(new Scope.InArea(elsewhere), TODAY)).isEqualTo(3);
    assertThat(people(new Scope.InArea(CITY), TODAY)).isZero();
  }

  @Test
  default void countsStayRightWhileOthersFileAndFold() throws Exception {
    var filed = new AtomicLong();
    int times = Effort.of(60);
    TurnContract.atOnce(
        4,
        i -> {
          if (i == 0) {
            for (int n = 0; n < 20; n++) {
              store().foldOnce();
            }
            return 0;
          }
          if (i == 1) {
            checkWhileFiling(filed);
            return 0;
          }
          for (int n = 1; n <= times; n++) {
            file("p" + i, n, submission("p" + i, TAIPING, DAY), "h" + n, 1);
            filed.incrementAndGet();
          }
          return 0;
        });
    store().foldOnce();
    assertThat(people(new Scope.InArea(CITY), TODAY)).isEqualTo(2L * times);
    assertThat(households(new Scope.InArea(CITY), TODAY)).isEqualTo(times);
    assertThat(store().recount()).isEmpty();
  }

  private void checkWhileFiling(AtomicLong filed) throws Unavailable {
    for (int n = 0; n < 40; n++) {
      long before = filed.get();
      long counted = people(new Scope.InArea(CITY), TODAY);
      // What was committed and not yet told: one of each thread.
      assertThat(counted).isBetween(before, filed.get() + 2);
    }
  }

  @Test
  default void randomFilingsCountAsAddedUpByHand() throws Unavailable {
    var random = new Random(20220510);
    var areas = List.of(TAIPING, LUOJING, XINCHENG);
    var filed = new java.util.ArrayList<Submission>();
    for (int n = 1; n <= Effort.of(60); n++) {
      var day = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(150));
      var submission = submission("chen", areas.get(random.nextInt(3)), day);
      file("chen", n, submission, "h" + day.getDayOfMonth() % 5, 1);
      filed.add(submission);
      if (random.nextInt(10) == 0) {
        store().foldOnce();
      }
    }
    for (int n = 0; n < 60; n++) {
      var first = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(150));
      var range = new DayRange(first, first.plusDays(random.nextInt(100)));
      for (var area : List.of(CITY, LUODING, XINXING, TAIPING)) {
        check(filed, area, range);
      }
    }
  }

  private void check(List<Submission> filed, AreaCode area, DayRange range) throws Unavailable {
    var inside =
        filed.stream()
            .filter(s -> TestAreas.within(s.area()).contains(area))
            .filter(s -> !s.day().isBefore(range.first()) && !s.day().isAfter(range.last()))
            .toList();
    assertThat(people(new Scope.InArea(area), range)).isEqualTo(inside.size());
    assertThat(households(new Scope.InArea(area), range))
        .isEqualTo(inside.stream().map(s -> s.day().getDayOfMonth() % 5).distinct().count());
  }

  @Test
  default void recountFindsWhatWasSpoiltAndRebuildMendsIt() throws Unavailable {
    fileSpring();
    store().foldOnce();
    database()
        .run(
            "UPDATE period_tally SET amount = amount + 1 WHERE period = 20220331"
                + " AND measure = 'visit.person_times'");
    database().run("DELETE FROM presence WHERE day = 20220401");

    assertThat(store().recount())
        .containsExactlyInAnyOrder(
            new Difference("445300", "visit.person_times", "", "", 20220331, 2, 3),
            new Difference("445381", "visit.person_times", "", "", 20220331, 2, 3),
            new Difference("445381101", "visit.person_times", "", "", 20220331, 2, 3),
            new Difference("445381100.445381.445300", "visit.households", "", "", 20220401, 1, 0));
    store().rebuild();
    assertThat(store().recount()).isEmpty();
    checkSpring();
  }

  @Test
  default void longCountsComeFromSetsAndCorrectionsMakeThemAnew() throws Unavailable {
    fileSpring();
    store().foldOnce();
    while (store().seeOne()) {
      // All that is over.
    }
    assertThat(database().ask("SELECT size FROM seen WHERE area = '445381' AND period = 202203"))
        .isEqualTo("1");
    assertThat(database().ask("SELECT count(*) FROM unseen")).isEqualTo("3");
    assertThat(store().recount()).isEmpty();
    database().run("DELETE FROM presence WHERE day < 20220401");
    assertThat(households(new Scope.InArea(LUODING), SPRING)).isEqualTo(2);
    database().run("DELETE FROM seen WHERE area = '445381' AND period = 20220331");
    assertThat(store().recount()).isNotEmpty();
    store().rebuild();
    assertThat(store().recount()).isEmpty();
    checkSpring();
  }

  @Test
  default void whatAPersonFiledOnADayComesBackOldestFirst() throws Unavailable {
    var first = submission("chen", TAIPING, DAY);
    var second = submission("chen", LUOJING, DAY);
    file("chen", 1, second, "甲", 1);
    file("chen", 2, first, "甲", 1);
    file("chen", 3, submission("chen", TAIPING, DAY.plusDays(1)), "甲", 1);
    file("lin", 1, submission("lin", TAIPING, DAY), "甲", 1);

    assertThat(store().filed(new PersonId("chen"), DAY))
        .containsExactly(Revision.first(first), Revision.first(second));
    assertThat(store().filed(new PersonId("wu"), DAY)).isEmpty();
  }

  private void file(String account, long seq, Submission submission, String household, long people)
      throws Unavailable {
    assertThat(commit(filing(account, seq, visit(submission, household, people))))
        .isEqualTo(new org.lanshao.turn.Committed.Done());
  }

  private long people(Scope scope, DayRange range) throws Unavailable {
    return store().sum("visit.person_times", scope, range);
  }

  private long households(Scope scope, DayRange range) throws Unavailable {
    return store().distinct("visit.households", scope, range);
  }
}
