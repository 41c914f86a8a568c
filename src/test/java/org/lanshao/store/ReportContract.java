package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.lanshao.count.Condition;
import org.lanshao.count.Cut;
import org.lanshao.count.Report;
import org.lanshao.count.Scope;
import org.lanshao.count.Source;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.form.FormId;
import org.lanshao.form.QuestionId;
import org.lanshao.reading.DayRange;
import org.lanshao.turn.Reports.Known;
import org.lanshao.turn.Unavailable;

/** Reports are kept as they were given. */
interface ReportContract extends OnDatabase {
  private static Report report(String number, long minute, Scope scope) {
    var range = new DayRange(LocalDate.of(2022, 5, 9), LocalDate.of(2022, 5, 13));
    var where = List.of(new Condition(new QuestionId("purpose"), "flood"));
    var cut = new Cut("visit.person_times", false, scope, range, where, List.of());
    var distinct = Cut.distinct("visit.households", scope, range);
    return new Report(
        number,
        TestDatabase.NOW.plusSeconds(60 * minute),
        new PersonId("p41"),
        Report.Kind.SUMMARY,
        "行动",
        List.of(new FormId("visit")),
        scope,
        range,
        "走访2户、“8”人次\n罗定市",
        List.of(new Report.Input("人次", cut, 8), new Report.Input("户", distinct, 2)));
  }

  private static Report first() {
    return report("R1", 0, new Scope.InArea(new AreaCode("445381")));
  }

  private static Report second() {
    return report("R2", 5, new Scope.ByPerson(new PersonId("p01")));
  }

  @Test
  default void aReportComesBackAsItWasGiven() throws Unavailable {
    store().reports().keep(first());
    store().reports().keep(second());

    var other = database().open().reports();
    assertThat(other.report("R1")).contains(first());
    assertThat(other.report("R2")).contains(second());
    assertThat(other.report("R3")).isEmpty();
    var areas = new Scope.InAreas(List.of(new AreaCode("445321"), new AreaCode("445381")));
    store().reports().keep(report("R4", 6, areas));
    assertThat(other.report("R4")).contains(report("R4", 6, areas));
  }

  /** A report with a number of matters. */
  static Report withMatters() {
    var plain = report("R5", 7, new Scope.InArea(new AreaCode("445381")));
    var matters = new Source.OfMatters("H", Source.Stage.CLOSED, plain.scope(), plain.range());
    return plain.with(List.of(new Report.Input("整改", matters, 3)));
  }

  @Test
  default void itsNumbersOfMattersComeBackToo() throws Unavailable {
    store().reports().keep(withMatters());

    assertThat(store().reports().report("R5")).contains(withMatters());
    assertThat(store().reports().since(TestDatabase.NOW))
        .containsExactly(new Known(withMatters(), List.of(8L, 2L, 3L)));
    store().reports().tell(List.of(new Known(withMatters(), List.of(8L, 1L, 4L))), List.of());
    assertThat(store().reports().since(TestDatabase.NOW))
        .containsExactly(new Known(withMatters(), List.of(8L, 1L, 4L)));
  }

  @Test
  default void aReportOfBeforeHasNoNumbersOfMatters() throws Unavailable {
    store().reports().keep(withMatters());
    database().run("UPDATE report SET matters = NULL, matters_told = NULL");

    var plain = new Known(report("R5", 7, withMatters().scope()), List.of(8L, 2L));
    assertThat(store().reports().since(TestDatabase.NOW)).containsExactly(plain);
    store().reports().tell(List.of(new Known(plain.report(), List.of(7L, 2L))), List.of());
    assertThat(store().reports().since(TestDatabase.NOW))
        .containsExactly(new Known(plain.report(), List.of(7L, 2L)));
  }

  @Test
  default void whatPeopleAreToldStaysBesideIt() throws Unavailable {
    store().reports().keep(first());
    store().reports().keep(second());
    store().reports().tell(List.of(new Known(first(), List.of(7L, 2L))), List.of());

    assertThat(store().reports().since(TestDatabase.NOW))
        .containsExactly(new Known(first(), List.of(7L, 2L)), new Known(second(), List.of(8L, 2L)));
    assertThat(store().reports().since(TestDatabase.NOW.plusSeconds(1)))
        .containsExactly(new Known(second(), List.of(8L, 2L)));
    assertThat(store().reports().report("R1")).contains(first());
  }

  @Test
  default void whatItSaysIsNotInTheDatabaseInClear() throws Unavailable {
    store().reports().keep(first());

    var hex = database().ask("SELECT " + database().hex("content") + " FROM report");
    var name =
        HexFormat.of().formatHex("person_times".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(hex.toLowerCase(Locale.ROOT)).doesNotContain(name);
  }
}
