package org.lanshao.count;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.lanshao.reading.DayRange;

/** With which days before a count is compared. */
public enum Comparison {
  NONE,
  /** 环比: with the period before. */
  BEFORE,
  /** 同比: with the same days a year before. */
  YEAR_BEFORE;

  /**
   * The days to compare a range with; empty when there is nothing to compare. Whole months are
   * compared with as many whole months before them, the first days of a month with the same days of
   * the month before, as much of it as it has; anything else with as many days right before, so
   * that whole weeks are compared with weeks.
   */
  public Optional<DayRange> of(DayRange range) {
    return switch (this) {
      case NONE -> Optional.empty();
      case BEFORE -> Optional.of(before(range));
      case YEAR_BEFORE -> Optional.of(new DayRange(range.first().minusYears(1), yearBefore(range)));
    };
  }

  /** The last day of February is compared with the last day of February. */
  private static java.time.LocalDate yearBefore(DayRange range) {
    var month = YearMonth.from(range.last());
    return range.last().equals(month.atEndOfMonth())
        ? month.minusYears(1).atEndOfMonth()
        : range.last().minusYears(1);
  }

  private static DayRange before(DayRange range) {
    var from = YearMonth.from(range.first());
    var to = YearMonth.from(range.last());
    boolean fromFirst = range.first().getDayOfMonth() == 1;
    if (fromFirst && range.last().equals(to.atEndOfMonth())) {
      long months = ChronoUnit.MONTHS.between(from, to) + 1;
      return new DayRange(from.minusMonths(months).atDay(1), from.minusMonths(1).atEndOfMonth());
    }
    if (fromFirst && from.equals(to)) {
      return new DayRange(from.minusMonths(1).atDay(1), range.last().minusMonths(1));
    }
    return daysBefore(range);
  }

  private static DayRange daysBefore(DayRange range) {
    long days = ChronoUnit.DAYS.between(range.first(), range.last()) + 1;
    boolean begunWeek = days < 7 && range.first().getDayOfWeek() == java.time.DayOfWeek.MONDAY;
    long back = begunWeek && days > 1 ? 7 : days;
    return new DayRange(range.first().minusDays(back), range.last().minusDays(back));
  }
}
