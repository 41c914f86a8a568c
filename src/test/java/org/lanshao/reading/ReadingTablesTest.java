package org.lanshao.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.lanshao.form.Type;

/**
 * What people type and what it means, as tables in {@code src/test/resources/reading}: a new case
 * is a new line. A case is right when the reading is just what the line says. It is silently wrong
 * when something was understood that was not meant: nobody would notice.
 */
class ReadingTablesTest {
  private static final List<Table> TABLES =
      List.of(
          new Table("whole", 2, row -> Told.as(ReadingTypes.WHOLE, row[0])),
          new Table("units", 3, row -> Told.as(counted(row[0]), row[1])),
          new Table("decimal", 2, row -> Told.as(ReadingTypes.DECIMAL, row[0])),
          new Table("date", 4, row -> Told.at(noon(row[0]), new Type.Date(days(row[1])), row[2])),
          new Table("time", 3, row -> Told.at(at(row[0]), new Type.Time(), row[1])),
          new Table(
              "datetime", 4, row -> Told.at(at(row[0]), new Type.DateTime(days(row[1])), row[2])),
          new Table("yes-no", 2, row -> Told.as(ReadingTypes.YES_NO, row[0])),
          new Table("choice", 2, row -> Told.as(ReadingTypes.CHOICE, row[0])),
          new Table("choice-ambiguous", 2, row -> Told.as(ReadingTypes.TWINS, row[0])),
          new Table("choices", 2, row -> Told.as(ReadingTypes.CHOICES, row[0])),
          new Table("phone", 2, row -> Told.as(new Type.Phone(), row[0])),
          new Table("id-number", 3, row -> Told.at(noon(row[0]), new Type.IdNumber(), row[1])),
          new Table("place", 3, row -> Told.place(row[0], row[1])),
          new Table("day-ranges", 3, row -> Told.range(row[0], row[1])));

  /** What is not read right yet, and asked back: whoever reads one of them takes it away here. */
  private static final List<String> NOT_YET =
      List.of(
          "2月29日",
          "小寒",
          "大寒",
          "立春",
          "雨水",
          "腊月二十", // long ago, or of a calendar year before
          "連灘鎮",
          "郁南嘅连滩镇",
          "31号",
          "0509-0532");

  private static Type counted(String units) {
    return new Type.Whole(0, 100_000, List.of(units.split(" ")));
  }

  private static LocalDateTime noon(String day) {
    return LocalDate.parse(day).atTime(12, 0);
  }

  private static LocalDateTime at(String moment) {
    return LocalDateTime.parse(moment);
  }

  private static Type.Days days(String word) {
    return Type.Days.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** A table, how many columns it has, and how all but the last are read. */
  private record Table(String name, int columns, Function<String[], Told> reader) {
    Stream<Case> cases() {
      return Tables.rows(ReadingTablesTest.class, "/reading/" + name + ".tsv", columns).stream()
          .map(row -> new Case(name, List.of(row), reader.apply(row)));
    }
  }

  private record Case(String table, List<String> row, Told told) {
    boolean right() {
      return told.words().equals(row.getLast());
    }

    boolean silentlyWrong() {
      return told.understood() && !right();
    }

    @Override
    public String toString() {
      return table + ": " + String.join(" | ", row) + " <- " + told.words();
    }
  }

  @Test
  void thereAreEnoughCases(TestReporter reporter) {
    for (Table table : TABLES) {
      var cases = table.cases().toList();
      long silently = cases.stream().filter(Case::silentlyWrong).count();
      var wrong = cases.stream().filter(one -> !one.right()).toList();
      reporter.publishEntry(
          table.name(),
          "%d cases, %.1f %% right, %d silently wrong %s"
              .formatted(cases.size(), share(cases), silently, lines(wrong)));
    }

    assertThat(cases()).hasSizeGreaterThanOrEqualTo(400);
  }

  @Test
  void allOtherCasesAreReadRight() {
    var wrong = cases().stream().filter(one -> !one.right()).toList();

    assertThat(wrong)
        .as("wrong:%n%s", lines(wrong))
        .extracting(one -> one.row().get(one.row().size() - 2))
        .containsExactlyInAnyOrderElementsOf(NOT_YET);
  }

  @Test
  void nothingIsSilentlyMisread() {
    var silently = cases().stream().filter(Case::silentlyWrong).toList();

    assertThat(silently).as("%s", lines(silently)).isEmpty();
  }

  private static String lines(List<Case> cases) {
    return cases.stream().map(Case::toString).collect(Collectors.joining("\n"));
  }

  private static List<Case> cases() {
    return TABLES.stream().flatMap(Table::cases).toList();
  }

  private static double share(List<Case> cases) {
    return 100.0 * cases.stream().filter(Case::right).count() / cases.size();
  }
}
