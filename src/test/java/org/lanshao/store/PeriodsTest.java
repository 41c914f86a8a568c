package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lanshao.reading.DayRange;
import org.lanshao.store.Periods.Step;

/** A range is made up of few numbers, and of each of its days exactly once. */
class PeriodsTest {
  private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);
  private static final int DAYS = 1827;

  @Test
  void wholeYearsMonthsAndDaysAreOneNumberEach() {
    assertThat(of("2022-01-01", "2022-12-31")).isEqualTo(new Periods(List.of(2022), List.of()));
    assertThat(of("2022-02-01", "2022-02-28")).isEqualTo(new Periods(List.of(202202), List.of()));
    assertThat(of("2022-05-10", "2022-05-10")).isEqualTo(new Periods(List.of(20220510), List.of()));
    assertThat(of("2013-01-01", "2022-12-31").added()).hasSize(10);
  }

  @Test
  void nearlyAllOfAMonthIsTheMonthWithoutTheRest() {
    assertThat(of("2022-05-02", "2022-05-30"))
        .isEqualTo(new Periods(List.of(202205), List.of(20220501, 20220531)));
    assertThat(of("2022-03-02", "2022-12-31"))
        .isEqualTo(new Periods(List.of(2022), List.of(202201, 202202, 20220301)));
  }

  @Test
  void noStepIsWiderThanWanted() {
    var range = range("2022-01-01", "2022-12-31");
    assertThat(Periods.of(range, Step.MONTH).added()).hasSize(12).allMatch(n -> n > 9999);
    assertThat(Periods.of(range, Step.DAY).added()).hasSize(365).allMatch(n -> n > 999_999);
  }

  @Test
  void randomRangesHoldEachOfTheirDaysOnceAndAreShort() {
    var random = new Random(7);
    for (int n = 0; n < 300; n++) {
      int one = random.nextInt(DAYS);
      int other = random.nextInt(DAYS);
      var range =
          new DayRange(
              BEGINNING.plusDays(Math.min(one, other)), BEGINNING.plusDays(Math.max(one, other)));
      for (Step widest : Step.values()) {
        var periods = Periods.of(range, widest);
        assertThat(days(periods)).as("%s by %s", range, widest).isEqualTo(days(range));
      }
      var few = Periods.of(range, Step.YEAR);
      assertThat(few.added().size() + few.taken().size()).as("%s", range).isLessThan(53);
    }
  }

  private static Map<LocalDate, Integer> days(DayRange range) {
    var days = new HashMap<LocalDate, Integer>();
    range.first().datesUntil(range.last().plusDays(1)).forEach(day -> days.put(day, 1));
    return days;
  }

  private static Map<LocalDate, Integer> days(Periods periods) {
    var days = new HashMap<LocalDate, Integer>();
    for (var day = BEGINNING; day.getYear() < 2025; day = day.plusDays(1)) {
      int times = times(day, periods.added()) - times(day, periods.taken());
      if (times != 0) {
        days.put(day, times);
      }
    }
    return days;
  }

  private static int times(LocalDate day, List<Integer> periods) {
    int number = Days.number(day);
    return (int)
        periods.stream()
            .filter(p -> p == number || p == number / 100 || p == number / 10_000)
            .count();
  }

  private static Periods of(String first, String last) {
    return Periods.of(range(first, last), Step.YEAR);
  }

  private static DayRange range(String first, String last) {
    return new DayRange(LocalDate.parse(first), LocalDate.parse(last));
  }
}
