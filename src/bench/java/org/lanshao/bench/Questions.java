package org.lanshao.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.lanshao.count.Axis;
import org.lanshao.count.Cut;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.QuestionId;
import org.lanshao.reading.DayRange;

/** What is asked at random. */
final class Questions {
  private final Province province;
  private final Random random;

  Questions(Province province, Random random) {
    this.province = province;
    this.random = random;
  }

  /** What kinds there are. */
  enum Kind {
    MONTH("a month of the province or a city by county and category"),
    YEAR("a year of the province or a city by county and category"),
    TWELVE_MONTHS("any twelve months of the province or a city by county and category"),
    DISTINCT("different households of any area and range"),
    DISTINCT_WIDE("different households of the province or a city, any range"),
    DISTINCT_CATEGORY("different households of any area and range by category"),
    DISTINCT_TO_TODAY("different households of any area from any day to today");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    /** Whether the plain table has all that is asked for. */
    boolean plain() {
      return this != DISTINCT_TO_TODAY;
    }
  }

  Question next(Kind kind) {
    return switch (kind) {
      case MONTH -> table(months(1));
      case YEAR -> table(year());
      case TWELVE_MONTHS -> table(months(12));
      case DISTINCT -> distinct(anywhere(0), anyRange(), List.of());
      case DISTINCT_WIDE -> distinct(anywhere(2), anyRange(), List.of());
      case DISTINCT_CATEGORY -> distinct(anywhere(0), anyRange(), List.of(categories()));
      case DISTINCT_TO_TODAY ->
          distinct(
              anywhere(0), new DayRange(anyRange().first(), Visits.LAST.plusDays(1)), List.of());
    };
  }

  private Question table(DayRange range) {
    var area = anywhere(2);
    var counties = new Axis.Areas(province.inside(area, 1));
    var measure = random.nextBoolean() ? "visit.household_visits" : "visit.person_times";
    return new Question(
        new Cut(
            measure,
            false,
            new Scope.InArea(area),
            range,
            List.of(),
            List.of(counties, categories())),
        "SELECT county, category, %s AS n FROM plain_visit WHERE %s GROUP BY county, category"
            .formatted(
                measure.endsWith("visits") ? "COUNT(*)" : "SUM(people)", where(area, range)));
  }

  private Question distinct(AreaCode area, DayRange range, List<Axis> axes) {
    return new Question(
        new Cut("visit.households", true, new Scope.InArea(area), range, List.of(), axes),
        "SELECT %s COUNT(DISTINCT household) AS n FROM plain_visit WHERE %s %s"
            .formatted(
                axes.isEmpty() ? "" : "category,",
                where(area, range),
                axes.isEmpty() ? "" : "GROUP BY category"));
  }

  private static Axis categories() {
    return new Axis.Answers(new QuestionId("purpose"), Visits.CATEGORIES);
  }

  /** The counties are named, so that the index serves. */
  private String where(AreaCode area, DayRange range) {
    var counties =
        area.text().length() > 6 ? List.of(province.within(area).get(1)) : countiesOf(area);
    return (area.text().length() > 6 ? "town = '" + area.text() + "' AND " : "")
        + "county IN ('"
        + counties.stream().map(AreaCode::text).collect(Collectors.joining("', '"))
        + "') AND day BETWEEN "
        + number(range.first())
        + " AND "
        + number(range.last());
  }

  private List<AreaCode> countiesOf(AreaCode area) {
    return province.inside(area, 1);
  }

  private static int number(LocalDate day) {
    return Visits.number((int) (day.toEpochDay() - Visits.FIRST.toEpochDay()));
  }

  /** An area of a level from this one to the province, each level as often. */
  private AreaCode anywhere(int lowest) {
    var areas = province.inside(Province.ALL, lowest + random.nextInt(4 - lowest));
    return areas.get(random.nextInt(areas.size()));
  }

  private DayRange months(int count) {
    var first = YearMonth.from(Visits.FIRST).plusMonths(random.nextInt(25 - count));
    return new DayRange(first.atDay(1), first.plusMonths(count - 1).atEndOfMonth());
  }

  private DayRange year() {
    var first = Visits.FIRST.withDayOfYear(1).plusYears(random.nextInt(2));
    return new DayRange(first, first.plusYears(1).minusDays(1));
  }

  private DayRange anyRange() {
    int one = random.nextInt(Visits.DAYS);
    int other = random.nextInt(Visits.DAYS);
    return new DayRange(
        Visits.FIRST.plusDays(Math.min(one, other)), Visits.FIRST.plusDays(Math.max(one, other)));
  }

  /**
   * One question.
   *
   * @param cut what the store is asked
   * @param plain the same of the plain table; the number is {@code n}
   */
  record Question(Cut cut, String plain) {
    /** The sum of all numbers that the plain table gives. */
    long plainSum(Connection connection) throws SQLException {
      long sum = 0;
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery(plain)) {
        while (rows.next()) {
          sum += rows.getLong("n");
        }
      }
      return sum;
    }
  }
}
