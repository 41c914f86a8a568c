package org.lanshao.count;

import java.time.LocalDate;
import org.lanshao.reading.DayRange;

/** Ranges of days as people read them. */
public final class RangeText {
  private RangeText() {}

  /** 今天（5月9日）, 5月9日, 5月9日-5月13日; with the year where it is not today's or changes. */
  public static String of(DayRange range, LocalDate today) {
    if (range.first().equals(today) && range.last().equals(today)) {
      return "今天（" + day(today) + "）";
    }
    boolean plain =
        range.first().getYear() == today.getYear() && range.last().getYear() == today.getYear();
    var first = plain ? day(range.first()) : dayOfYear(range.first());
    boolean sameYear = range.first().getYear() == range.last().getYear();
    var last = sameYear ? day(range.last()) : dayOfYear(range.last());
    return range.first().equals(range.last()) ? first : first + "-" + last;
  }

  /** 5月9日; with the year where it is not today's. */
  public static String of(LocalDate day, LocalDate today) {
    return day.getYear() == today.getYear() ? day(day) : dayOfYear(day);
  }

  private static String day(LocalDate day) {
    return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  private static String dayOfYear(LocalDate day) {
    return day.getYear() + "年" + day(day);
  }
}
