package org.lanshao.count;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;
import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lanshao.reading.DayRange;

/** The steps of time that numbers are parted by. A week begins on Monday. */
public enum Period {
  DAY,
  WEEK,
  MONTH;

  /** The first day of the period that a day lies in. */
  public LocalDate first(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(previousOrSame(MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  private LocalDate last(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(nextOrSame(DayOfWeek.SUNDAY));
      case MONTH -> day.with(lastDayOfMonth());
    };
  }

  /** The periods of a range, the first and the last one as much of them as lies in it. */
  public List<DayRange> of(DayRange range) {
    var parts = new ArrayList<DayRange>();
    var from = range.first();
    while (!from.isAfter(range.last())) {
      var end = last(from);
      var to = end.isAfter(range.last()) ? range.last() : end;
      parts.add(new DayRange(from, to));
      from = to.plusDays(1);
    }
    return List.copyOf(parts);
  }
}
