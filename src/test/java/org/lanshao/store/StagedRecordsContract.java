package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanshao.store.Samples.DAY;
import static org.lanshao.store.Samples.submission;
import static org.lanshao.store.TestAreas.CITY;
import static org.lanshao.store.TestAreas.TAIPING;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanshao.count.Scope;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Revision;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Committed;
import org.lanshao.turn.NewRecords;
import org.lanshao.turn.PeopleHeld.Sought;
import org.lanshao.turn.Staging;
import org.lanshao.turn.Unavailable;

/** Records that are laid out slice by slice and taken in at once, or not at all. */
interface StagedRecordsContract extends MatterContract {
  /** A batch of a moment in its order, as ids begin with their time. */
  private static UUID batch(int second) {
    return Uuids.first(TestDatabase.NOW.plusSeconds(second));
  }

  private Staging<Changes.Filing, NewRecords> into() {
    return store().recordImport();
  }

  private boolean takeIn(UUID batch, long count) throws Unavailable {
    return into().takeIn(new NewRecords(batch, List.of()), count);
  }

  /** A record that opens a matter. */
  private Changes.Filing fresh() {
    var record = submission("chen", TAIPING, DAY);
    return new Changes.Filing(
        Revision.first(record),
        Samples.visit(record, "甲", 3).entries(),
        List.of(MatterContract.matter(record)));
  }

  private List<Changes.Filing> fresh(int count) {
    var filings = new ArrayList<Changes.Filing>();
    while (filings.size() < count) {
      filings.add(fresh());
    }
    return filings;
  }

  private long people() throws Unavailable {
    return store().sum("visit.person_times", new Scope.InArea(CITY), new DayRange(DAY, DAY));
  }

  private long staged() {
    return List.of("submission", "revision", "entry", "matter").stream()
        .mapToLong(table -> Long.parseLong(database().ask("SELECT COUNT(*) FROM staged_" + table)))
        .sum();
  }

  @Test
  default void whatIsLaidOutIsSeenByNobodyUntilAllOfItIsTakenIn() throws Unavailable {
    var filings = fresh(5);
    into().layOut(batch(1), filings.subList(0, 3));
    into().layOut(batch(1), filings.subList(3, 5));
    store().foldOnce();
    assertThat(people()).isZero();
    assertThat(store().matters().open("H", CITY, 9)).isEmpty();
    assertThat(store().record(filings.getFirst().submission().number())).isEmpty();
    assertThat(store().recount()).isEmpty();

    assertThat(takeIn(batch(1), 5)).isTrue();

    assertThat(people()).isEqualTo(15);
    store().foldOnce();
    assertThat(people()).isEqualTo(15);
    assertThat(store().recount()).isEmpty();
    assertThat(store().matters().open("H", CITY, 9)).hasSize(5);
    for (var filing : filings) {
      assertThat(store().record(filing.submission().number())).contains(filing.revision());
    }
    into().clear(batch(1));
    assertThat(staged()).isZero();
    assertThat(takeIn(batch(1), 5)).as("it is gone").isFalse();
    assertThat(people()).isEqualTo(15);
  }

  @Test
  default void correctionsAreTakenInWithNewOnesAndCountOnce() throws Unavailable {
    var filed = fresh();
    commit(Samples.filing("chen", 1, filed));
    store().foldOnce();
    into().layOut(batch(1), List.of(corrected(filed, 7), fresh()));
    assertThat(people()).isEqualTo(3);

    assertThat(takeIn(batch(1), 2)).isTrue();

    assertThat(people()).isEqualTo(10);
    store().foldOnce();
    assertThat(people()).isEqualTo(10);
    assertThat(store().recount()).isEmpty();
    assertThat(store().history(filed.submission().number())).hasSize(2);
  }

  private static Changes.Filing corrected(Changes.Filing filed, long people) {
    var revision =
        filed.revision().corrected(TAIPING, filed.submission().answers(), RevisionContract.BY_LIN);
    var entries = Samples.visit(revision.record(), "甲", people).entries();
    return new Changes.Filing(revision, entries, List.of());
  }

  @Test
  default void whereSomebodyWasFasterWithOneOfThemNoneIsTakenIn() throws Unavailable {
    var filed = fresh();
    commit(Samples.filing("chen", 1, filed));
    into().layOut(batch(1), List.of(fresh(), corrected(filed, 7)));
    assertThat(commit(Samples.filing("lin", 1, corrected(filed, 4))))
        .isEqualTo(new Committed.Done());

    assertThat(takeIn(batch(1), 2)).isFalse();

    assertThat(people()).isEqualTo(4);
    assertThat(store().recount()).isEmpty();
    assertThat(store().matters().open("H", CITY, 9)).hasSize(1);
  }

  @Test
  default void whereNotAllIsThereNoneIsTakenIn() throws Unavailable {
    into().layOut(batch(1), fresh(2));

    assertThat(takeIn(batch(1), 3)).isFalse();

    assertThat(people()).isZero();
    assertThat(store().matters().open("H", CITY, 9)).isEmpty();
  }

  @Test
  default void whatAStoppedImportLeftIsClearedAwayAndNothingElse() throws Unavailable {
    into().layOut(batch(1), fresh(600));
    into().layOut(batch(2), fresh(2));
    assertThat(takeIn(batch(2), 2)).isTrue();
    into().layOut(batch(9), fresh(2));

    into().clearAway(TestDatabase.NOW.plusSeconds(5));

    assertThat(staged()).as("two records, eight entries, two matters").isEqualTo(12);
    assertThat(takeIn(batch(9), 2)).isTrue();
    assertThat(people()).isEqualTo(12);
  }

  @Test
  default void whoIsForgottenIsForgottenInWhatIsLaidOutToo() throws Unavailable {
    into().layOut(batch(1), fresh(2));

    assertThat(store().people().forget(told("电线"))).containsEntry("staged_submission", 2L);

    assertThat(takeIn(batch(1), 2)).isTrue();
    assertThat(store().people().count(told("电线"))).isEmpty();
    assertThat(store().people().count(told(Departed.NOBODY))).containsEntry("submission", 2L);
  }

  /** Somebody of this name, wherever it stands. */
  private static Sought told(String name) {
    return new Sought(
        Set.of(), Set.of(name), Set.of("老化"), Set.of(), Set.of(), true, Set.of(), List.of());
  }

  @Test
  default void recordsOfAStationsDayAreRefused() {
    var daily = fresh().daily(true);
    assertThatThrownBy(() -> into().layOut(batch(1), List.of(daily)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
