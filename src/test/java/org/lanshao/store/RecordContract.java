package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Answers;
import org.lanshao.form.FormId;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Records.Changed;
import org.lanshao.turn.Records.Mark;
import org.lanshao.turn.Unavailable;

/** Records, page by page. */
interface RecordContract extends OnDatabase {
  @Test
  default void allRecordsOfTheRangeComeOnceByDay() throws Unavailable {
    var filed = new ArrayList<Submission>();
    for (int nth = 0; nth < 1105; nth++) {
      filed.add(Samples.submission("chen", TestAreas.TAIPING, Samples.DAY.plusDays(nth % 3)));
    }
    var other = Samples.submission("chen", TestAreas.TAIPING, Samples.DAY.minusDays(1));
    file("m1", filed);
    file("m2", List.of(other));

    var found = all(new Scope.InArea(TestAreas.TAIPING), Samples.DAY, Samples.DAY.plusDays(2));

    assertThat(found).hasSize(1105).extracting(r -> r.record().id()).doesNotHaveDuplicates();
    assertThat(found).extracting(r -> r.record().day()).isSorted();
    assertThat(all(new Scope.ByPerson(new PersonId("lin")), Samples.DAY, Samples.DAY)).isEmpty();
  }

  /** The area of the last revision decides, and withdrawn records are gone. */
  @Test
  default void recordsStandWhereAndAsTheirLastRevisionSays() throws Unavailable {
    var moved = Samples.submission("chen", TestAreas.TAIPING, Samples.DAY);
    var gone = Samples.submission("chen", TestAreas.TAIPING, Samples.DAY);
    file("m1", List.of(moved, gone));
    var making = new Revision.Making(new PersonId("chen"), TestDatabase.NOW, "");
    var first = Revision.first(moved).corrected(TestAreas.XINCHENG, Answers.NONE, making);
    var second = Revision.first(gone).withdrawn(making);
    commit(
        Changes.of(Samples.turn("chen", 9, "m9"))
            .filings(
                List.of(
                    new Changes.Filing(first, List.of()), new Changes.Filing(second, List.of())))
            .build());

    assertThat(all(new Scope.InArea(TestAreas.TAIPING), Samples.DAY, Samples.DAY)).isEmpty();
    assertThat(all(new Scope.InArea(TestAreas.XINCHENG), Samples.DAY, Samples.DAY))
        .containsExactly(first);
  }

  /** Those of a number are found where they were counted, also after the map was changed. */
  @Test
  default void recordsAreFoundInTheAreasInWhichTheyCount() throws Unavailable {
    var before = Samples.submission("chen", TestAreas.TAIPING, Samples.DAY);
    commit(Samples.filing("chen", 1, Samples.visit(before, "石巷12", 2)));
    database().move(TestAreas.TAIPING, TestAreas.XINXING);
    var after = Samples.submission("chen", TestAreas.TAIPING, Samples.DAY);
    commit(Samples.filing("chen", 2, Samples.visit(after, "石巷12", 2)));

    assertThat(ids(TestAreas.LUODING)).containsExactly(before.id());
    assertThat(ids(TestAreas.XINXING)).containsExactly(after.id());
    assertThat(ids(TestAreas.TAIPING)).containsExactlyInAnyOrder(before.id(), after.id());
  }

  private List<UUID> ids(AreaCode area) throws Unavailable {
    return all(new Scope.InArea(area), Samples.DAY, Samples.DAY).stream()
        .map(revision -> revision.record().id())
        .toList();
  }

  @Test
  default void whatBecameOfRecordsIsToldWithWhereTheyLieAndLay() throws Unavailable {
    var early = Samples.submission("chen", TestAreas.TAIPING, Samples.DAY.minusDays(1));
    var filed = Samples.submission("chen", TestAreas.TAIPING, Samples.DAY);
    file("m1", List.of(early, filed));
    var later = filed.at().plusSeconds(60);
    var making = new Revision.Making(new PersonId("lin"), later, "");
    var moved = Revision.first(filed).corrected(TestAreas.XINCHENG, Answers.NONE, making);
    commit(
        Changes.of(Samples.turn("chen", 9, "m9"))
            .filings(List.of(new Changes.Filing(moved, List.of())))
            .build());

    var change =
        new Changed(
            filed.number(),
            new FormId("visit"),
            Samples.DAY,
            new PersonId("chen"),
            List.of(TestAreas.XINCHENG, TestAreas.TAIPING),
            Revision.State.CORRECTED,
            later);
    assertThat(store().records().revised(later.minusMillis(1))).containsExactly(change);
    assertThat(store().records().revised(later)).isEmpty();
    assertThat(changed("visit", filed.at())).containsExactly(change);
    assertThat(changed("visit", filed.at().minusMillis(1)))
        .extracting(Changed::state)
        .containsExactly(Revision.State.FILED, Revision.State.CORRECTED);
    assertThat(changed("publicity", filed.at())).isEmpty();
  }

  private List<Changed> changed(String form, Instant after) throws Unavailable {
    var day = new DayRange(Samples.DAY, Samples.DAY);
    return store().records().changed(new FormId(form), day, after);
  }

  private void file(String message, List<Submission> records) throws Unavailable {
    var filings = records.stream().map(r -> new Changes.Filing(r, List.of())).toList();
    int seq = Integer.parseInt(message.substring(1));
    commit(Changes.of(Samples.turn("chen", seq, message)).filings(filings).build());
  }

  private List<Revision> all(Scope scope, LocalDate from, LocalDate to) throws Unavailable {
    var found = new ArrayList<Revision>();
    Optional<Mark> mark = Optional.empty();
    do {
      var form = new FormId("visit");
      var page = store().records().page(form, scope, new DayRange(from, to), mark);
      found.addAll(page.records());
      mark = page.next();
    } while (mark.isPresent());
    return found;
  }
}
