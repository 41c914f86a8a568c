package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.store.Samples.DAY;
import static org.lanshao.store.TestAreas.LUOJING;
import static org.lanshao.store.TestAreas.TAIPING;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lanshao.count.Entry;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Answers;
import org.lanshao.form.FormId;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.turn.Changes.Filing;
import org.lanshao.turn.Committed;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

/** What stations tell of their days: one record of a form for each station and day. */
interface StationDayContract extends OnDatabase {
  FormId FORM = new FormId("visit");
  Revision.Making AGAIN = new Revision.Making(new PersonId("lin"), TestDatabase.NOW, "");

  @Test
  default void aStationTellsOnceOfADayAndAnotherOfTheSameOrItOfAnother() throws Unavailable {
    var first = daily(TAIPING, DAY);

    assertThat(file("chen", 1, first)).isEqualTo(new Committed.Done());
    assertThat(file("lin", 1, daily(TAIPING, DAY))).isEqualTo(new Committed.Overtaken());
    assertThat(file("lin", 1, daily(LUOJING, DAY))).isEqualTo(new Committed.Done());
    assertThat(file("lin", 2, daily(TAIPING, DAY.plusDays(1)))).isEqualTo(new Committed.Done());

    assertThat(told(TAIPING)).isEqualTo(first.revision());
    assertThat(store().stationDays().stations(FORM, DAY))
        .containsExactlyInAnyOrder(TAIPING, LUOJING);
    assertThat(households()).isEqualTo(30);
  }

  /** Both go into one batch, mostly: one of them wins and the other leaves nothing. */
  @Test
  default void ofTwoAtTheSameMomentOneIsOvertaken() throws Unavailable {
    var one = store().commit(Samples.filing("chen", 1, daily(TAIPING, DAY)));
    var other = store().commit(Samples.filing("lin", 1, daily(TAIPING, DAY)));

    assertThat(List.of(Promised.kept(one), Promised.kept(other)))
        .containsExactlyInAnyOrder(new Committed.Done(), new Committed.Overtaken());
    assertThat(households()).isEqualTo(30);
  }

  @Test
  default void aCorrectionStandsForTheSameDayAndAWithdrawalFreesIt() throws Unavailable {
    var first = daily(TAIPING, DAY);
    file("chen", 1, first);
    var corrected = first.revision().corrected(TAIPING, Answers.NONE, AGAIN);

    file("chen", 2, filing(corrected, 20));

    assertThat(told(TAIPING)).isEqualTo(corrected);
    assertThat(households()).isEqualTo(20);

    file("chen", 3, new Filing(corrected.withdrawn(AGAIN), List.of()).daily(true));

    assertThat(store().stationDays().told(FORM, TAIPING, DAY)).isEmpty();
    assertThat(store().stationDays().stations(FORM, DAY)).isEmpty();
    assertThat(file("lin", 1, daily(TAIPING, DAY))).isEqualTo(new Committed.Done());
    assertThat(households()).isEqualTo(30);
  }

  @Test
  default void otherRecordsTellOfNoDay() throws Unavailable {
    var visit = Samples.submission("chen", TAIPING, DAY);

    commit(Samples.filing("chen", 1, Samples.visit(visit, "甲", 3)));

    assertThat(store().stationDays().stations(FORM, DAY)).isEmpty();
  }

  private Committed file(String account, long seq, Filing filing) throws Unavailable {
    return commit(Samples.filing(account, seq, filing));
  }

  private Revision told(AreaCode station) throws Unavailable {
    return store().stationDays().told(FORM, station, DAY).orElseThrow();
  }

  private long households() throws Unavailable {
    var range = new DayRange(DAY, DAY);
    return store().sum("daily.households", new Scope.InArea(TAIPING), range);
  }

  private static Filing daily(AreaCode station, LocalDate day) {
    Submission record = Samples.submission("chen", station, day);
    return filing(Revision.first(record), 30);
  }

  private static Filing filing(Revision revision, long households) {
    return new Filing(revision, List.of(new Entry("daily.households", "", "", "", households)))
        .daily(true);
  }
}
