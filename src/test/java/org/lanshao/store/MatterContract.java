package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.store.Samples.DAY;
import static org.lanshao.store.Samples.submission;
import static org.lanshao.store.TestAreas.CITY;
import static org.lanshao.store.TestAreas.LUODING;
import static org.lanshao.store.TestAreas.LUOJING;
import static org.lanshao.store.TestAreas.TAIPING;
import static org.lanshao.store.TestAreas.XINXING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Value;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Matter;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Committed;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

/** Matters that records open, follow and leave. */
interface MatterContract extends OnDatabase {
  AtomicLong MATTERS = new AtomicLong();
  Matter.Made NOBODY =
      new Matter.Made("", new PersonId("chen"), Instant.parse("2022-05-13T02:00:00Z"), DAY);
  DayRange THAT_DAY = new DayRange(DAY, DAY);
  Scope.ByPerson CHEN_ALONE = new Scope.ByPerson(new PersonId("chen"));

  @Test
  default void aMatterIsFoundByItsNumberAndItsRecordsWithItsStory() throws Unavailable {
    var opened = opened("chen", 1, TAIPING, DAY);
    var closing = submission("lin", TAIPING, DAY.plusDays(2));
    var closed = step(opened, closing, "closed", true, 0);

    assertThat(commit("lin", 1, closing, closed)).isEqualTo(new Committed.Done());

    assertThat(store().matters().matter(opened.number())).contains(closed);
    assertThat(store().matters().story(opened.number())).containsExactly(opened, closed);
    assertThat(store().matters().of(opened.opener())).containsExactly(closed);
    assertThat(store().matters().of(closing.number())).containsExactly(closed);
    assertThat(store().matters().of("Z0")).isEmpty();
    assertThat(store().matters().matter("H0")).isEmpty();
    assertThat(store().matters().story("H0")).isEmpty();
    assertThat(store().matters().matter(opened.number()).orElseThrow().what())
        .isEqualTo(opened.what());
  }

  /** Columns of the next version have what they have where the version before wrote the row. */
  @Test
  default void whatTheVersionBeforeWroteIsCaredForOnce() throws Unavailable {
    var old = opened("chen", 1, TAIPING, DAY.minusDays(9));
    var cared = opened("chen", 2, TAIPING, DAY);
    var done = opened("chen", 3, TAIPING, DAY);
    var closing = submission("chen", TAIPING, DAY);
    commit("chen", 4, closing, step(done, closing, "closed", true, 0));
    database()
        .run(
            "UPDATE matter SET owner = '', every = 0, due = 0, deadline = 0 WHERE number <> '%s'"
                .formatted(cared.number()));

    assertThat(store().uncared().some(9)).containsExactly(old);
    assertThat(store().matters().due(CITY, DAY, 9)).isEmpty();
    var next = old.with(old.care().until(Optional.of(DAY.minusDays(2)), true));
    var other = cared.with(cared.care().until(Optional.of(DAY.minusDays(3)), true));
    store().uncared().care(List.of(next, other));
    store().uncared().care(List.of(old));

    assertThat(store().uncared().some(9)).isEmpty();
    assertThat(store().matters().due(CITY, DAY, 9)).containsExactly(next);
    assertThat(store().matters().story(old.number())).containsExactly(next);
    assertThat(store().matters().matter(cared.number())).contains(cared);
  }

  @Test
  default void theOpenOnesOfAnAreaAreListedTheNewestFirst() throws Unavailable {
    var old = opened("chen", 1, TAIPING, DAY.minusDays(3));
    var fresh = opened("chen", 2, LUOJING, DAY);
    var done = opened("chen", 3, TAIPING, DAY);
    var closing = submission("chen", TAIPING, DAY);
    commit("chen", 4, closing, step(done, closing, "closed", true, 0));

    assertThat(store().matters().open("H", LUODING, 9)).containsExactly(fresh, old);
    assertThat(store().matters().open("H", TAIPING, 9)).containsExactly(old);
    assertThat(store().matters().open("H", CITY, 1)).containsExactly(fresh);
    assertThat(store().matters().open("H", XINXING, 9)).isEmpty();
    assertThat(store().matters().open("T", LUODING, 9)).isEmpty();
  }

  @Test
  default void thoseOpenedAndThoseClosedInARangeAreListedTheFirstFirst() throws Unavailable {
    var old = opened("chen", 1, TAIPING, DAY.minusDays(3));
    var fresh = opened("chen", 2, LUOJING, DAY);
    var closing = submission("lin", TAIPING, DAY.plusDays(1));
    var closed = step(old, closing, "closed", true, 0);
    commit("lin", 1, closing, closed);
    var week = new DayRange(DAY.minusDays(3), DAY.plusDays(3));
    var luoding = new Scope.InArea(LUODING);

    assertThat(store().matters().opened("H", luoding, week)).containsExactly(closed, fresh);
    assertThat(store().matters().opened("H", luoding, THAT_DAY)).containsExactly(fresh);
    assertThat(store().matters().closed("H", luoding, week)).containsExactly(closed);
    assertThat(store().matters().closed("H", CHEN_ALONE, week)).containsExactly(closed);
    assertThat(store().matters().daysOpen("H", luoding, week)).containsExactly(4L);
    assertThat(store().matters().daysOpen("H", CHEN_ALONE, week)).containsExactly(4L);
    assertThat(store().matters().daysOpen("H", luoding, THAT_DAY)).isEmpty();
    assertThat(
            store()
                .matters()
                .closed("H", luoding, new DayRange(DAY.minusDays(9), DAY.minusDays(1))))
        .isEmpty();
    assertThat(store().matters().closed("H", Scope.in(List.of(LUOJING, XINXING)), week)).isEmpty();
    assertThat(store().matters().opened("T", luoding, week)).isEmpty();
    assertThat(store().matters().open("H", luoding)).containsExactly(fresh);
    assertThat(store().matters().open("H", new Scope.InArea(TAIPING))).isEmpty();
  }

  @Test
  default void whatIsOverdueInAnAreaIsListedTheLongestPastFirst() throws Unavailable {
    var late = due(opened("chen", 1, TAIPING, DAY.minusDays(9)), DAY.minusDays(2), "chen", 2);
    var later = due(opened("chen", 3, LUOJING, DAY.minusDays(9)), DAY.minusDays(5), "chen", 4);
    due(opened("chen", 5, TAIPING, DAY), DAY, "chen", 6);
    opened("chen", 7, TAIPING, DAY.minusDays(30));
    var done = due(opened("chen", 8, TAIPING, DAY), DAY.minusDays(7), "chen", 9);
    var closing = submission("chen", TAIPING, DAY);
    commit("chen", 10, closing, step(done, closing, "closed", true, 0));

    assertThat(store().matters().due(LUODING, DAY, 9)).containsExactly(later, late);
    assertThat(store().matters().due(TAIPING, DAY, 9)).containsExactly(late);
    assertThat(store().matters().due(CITY, DAY, 1)).containsExactly(later);
    assertThat(store().matters().due(XINXING, DAY, 9)).isEmpty();
  }

  @Test
  default void whatIsHandedOnIsFoundWithItsNewOwnerAndKeepsItsCare() throws Unavailable {
    var mine = opened("chen", 1, TAIPING, DAY);
    var given = opened("chen", 2, TAIPING, DAY);
    var care = new Matter.Care(new PersonId("lin"), 14, Optional.of(DAY.plusDays(14)), true);

    var handed = kept(given.with(care), "lin", 1);

    assertThat(store().matters().ofOwner(new PersonId("lin"))).containsExactly(handed);
    assertThat(store().matters().ofOwner(new PersonId("chen"))).containsExactly(mine);
    assertThat(store().matters().matter(given.number()).orElseThrow().care()).isEqualTo(care);
    assertThat(store().matters().story(given.number())).containsExactly(given, handed);
  }

  @Test
  default void theLaterOfTwoThatCareForTheSameMatterIsTurnedAwayWhole() throws Unavailable {
    var opened = opened("chen", 1, TAIPING, DAY);
    kept(opened, "chen", 2);

    assertThat(commit(Samples.keeping("lin", 1, opened.next(NOBODY))))
        .isEqualTo(new Committed.Overtaken());

    assertThat(store().standing(Samples.conversation("lin"))).isEmpty();
  }

  private Matter due(Matter matter, LocalDate day, String account, long seq) throws Unavailable {
    return kept(matter.with(matter.care().until(Optional.of(day), false)), account, seq);
  }

  /** A version that no record makes. */
  private Matter kept(Matter matter, String account, long seq) throws Unavailable {
    var next = matter.next(NOBODY);
    assertThat(commit(Samples.keeping(account, seq, next))).isEqualTo(new Committed.Done());
    return next;
  }

  @Test
  default void countsAreByTheDaysOfOpeningAndClosing() throws Unavailable {
    opened("chen", 1, TAIPING, DAY.minusDays(3));
    var first = opened("chen", 2, LUOJING, DAY);
    var part = opened("lin", 1, TAIPING, DAY);
    var closing = submission("lin", TAIPING, DAY.plusDays(1));
    commit("lin", 2, closing, step(first, closing, "closed", true, 0));
    var some = submission("lin", TAIPING, DAY.plusDays(1));
    commit("lin", 3, some, step(part, some, "closed", true, 2));

    var count = store().matters().count("H", new Scope.InArea(CITY), THAT_DAY);
    assertThat(count.opened()).isEqualTo(2);
    assertThat(count.closed()).isZero();
    assertThat(count.open()).isEqualTo(Map.of("open", 2L));
    assertThat(count.left()).isEqualTo(Map.of("open", 4L));
    var later = new DayRange(DAY.plusDays(1), DAY.plusDays(1));
    assertThat(store().matters().count("H", new Scope.InArea(LUODING), later).closed())
        .isEqualTo(1);
    assertThat(store().matters().count("H", new Scope.InArea(XINXING), THAT_DAY).isNothing())
        .isTrue();
    var two = new Scope.InAreas(List.of(LUOJING, XINXING));
    assertThat(store().matters().count("H", two, THAT_DAY).opened()).isEqualTo(1);
    var both = new Scope.InAreas(List.of(LUOJING, TAIPING));
    assertThat(store().matters().count("H", both, THAT_DAY).opened()).isEqualTo(2);
    assertThat(store().matters().count("H", CHEN_ALONE, THAT_DAY).opened()).isEqualTo(1);
    assertThat(store().matters().count("T", CHEN_ALONE, THAT_DAY).isNothing()).isTrue();
  }

  @Test
  default void aMatterWhoseRecordIsWithdrawnCountsNowhereAndIsNotListed() throws Unavailable {
    var filed = submission("chen", TAIPING, DAY);
    var opened = matter(filed);
    commit("chen", 1, filed, opened);
    var making = new Revision.Making(new PersonId("chen"), filed.at(), "");
    var gone = opened.without(filed.number()).next(opened.made());
    var filing =
        new Changes.Filing(Revision.first(filed).withdrawn(making), List.of(), List.of(gone));

    commit(Samples.filing("chen", 2, filing));

    assertThat(store().matters().open("H", CITY, 9)).isEmpty();
    assertThat(store().matters().count("H", new Scope.InArea(CITY), THAT_DAY).isNothing()).isTrue();
    assertThat(store().matters().matter(opened.number())).contains(gone);
    assertThat(gone.standing()).isEmpty();
  }

  @Test
  default void theLaterOfTwoThatMoveTheSameMatterIsTurnedAwayWhole() throws Unavailable {
    var opened = opened("chen", 1, TAIPING, DAY);
    var first = submission("chen", TAIPING, DAY);
    var second = submission("lin", TAIPING, DAY);

    assertThat(commit("chen", 2, first, step(opened, first, "closed", true, 0)))
        .isEqualTo(new Committed.Done());
    assertThat(commit("lin", 1, second, step(opened, second, "closed", true, 0)))
        .isEqualTo(new Committed.Overtaken());

    assertThat(store().record(second.number())).isEmpty();
    assertThat(store().standing(Samples.conversation("lin"))).isEmpty();
    assertThat(store().matters().of(second.number())).isEmpty();
  }

  @Test
  default void aTurnThatLosesOneOfItsMattersLeavesNoneAndNoRevision() throws Unavailable {
    var mine = opened("chen", 1, TAIPING, DAY);
    var taken = opened("chen", 2, TAIPING, DAY);
    var other = submission("lin", TAIPING, DAY);
    commit("lin", 1, other, step(taken, other, "closed", true, 0));
    var before = submission("chen", TAIPING, DAY);
    commit(Samples.filing("chen", 3, new Changes.Filing(before, List.of())));
    var making = new Revision.Making(new PersonId("chen"), before.at(), "");
    var revision = Revision.first(before).corrected(TAIPING, before.answers(), making);
    var filing =
        new Changes.Filing(
            revision,
            List.of(),
            List.of(step(mine, before, "closed", true, 0), step(taken, before, "closed", true, 0)));

    assertThat(commit(Samples.filing("chen", 4, filing))).isEqualTo(new Committed.Overtaken());

    assertThat(store().matters().matter(mine.number())).contains(mine);
    assertThat(store().history(before.number())).hasSize(1);
  }

  @Test
  default void oneOfManyThatCloseAtOnceOnTwoNodesWins() throws Exception {
    var nodes = List.of(store(), database().open());
    var matters = List.of(opened("chen", 1, TAIPING, DAY), opened("chen", 2, LUOJING, DAY));
    var outcomes =
        TurnContract.atOnce(
            8,
            i -> {
              var record = submission("p" + i, TAIPING, DAY);
              var both = List.of(closed(matters.get(i / 2 % 2), record));
              var filing = new Changes.Filing(Revision.first(record), List.of(), both);
              var committed =
                  Promised.kept(nodes.get(i % 2).commit(Samples.filing("p" + i, 1, filing)));
              return committed.equals(new Committed.Done()) ? i : -1;
            });

    var won = outcomes.stream().filter(i -> i >= 0).toList();
    assertThat(won).hasSize(2);
    for (Matter matter : matters) {
      assertThat(store().matters().story(matter.number())).hasSize(2);
    }
    assertThat(IntStream.range(0, 8).filter(i -> !won.contains(i)).toArray()).hasSize(6);
  }

  private static Matter closed(Matter matter, Submission record) {
    return step(matter, record, "closed", true, 0);
  }

  private Matter opened(String person, long seq, AreaCode area, LocalDate day) throws Unavailable {
    var record = submission(person, area, day);
    var matter = matter(record);
    assertThat(commit(person, seq, record, matter)).isEqualTo(new Committed.Done());
    return matter;
  }

  /** About three. */
  static Matter matter(Submission record) {
    var what = new Matter.What(new Value.Place(record.area().text(), "某镇"), "陈伯", "某镇 陈伯 电线老化");
    var step = new Matter.Step(record.number(), "open", false, 3);
    return Matter.open("H" + MATTERS.incrementAndGet(), record, what, step, made(record));
  }

  private static Matter step(
      Matter matter, Submission record, String state, boolean done, long amount) {
    return matter.with(new Matter.Step(record.number(), state, done, amount)).next(made(record));
  }

  private static Matter.Made made(Submission record) {
    return new Matter.Made(
        record.number(), record.person(), Instant.parse(record.day() + "T02:00:00Z"), record.day());
  }

  private Committed commit(String account, long seq, Submission record, Matter matter)
      throws Unavailable {
    var filing = new Changes.Filing(Revision.first(record), List.of(), List.of(matter));
    return commit(Samples.filing(account, seq, filing));
  }
}
