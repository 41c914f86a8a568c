package org.lanshao.count;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.lanshao.form.Phrase;
import org.lanshao.form.Wording;
import org.lanshao.reading.DayRange;

/** Days, months and ranges of days as people read them, in the language of a wording. */
public final class RangeText {
  private RangeText() {}

  /** What the wording must have for these. */
  public static Phrase[] phrases() {
    return RangeWords.values();
  }

  /** 今天（5月9日）, 5月9日, 5月9日-5月13日; with the year where it is not today's or changes. */
  public static String of(DayRange range, LocalDate today, Wording wording) {
    if (range.first().equals(today) && range.last().equals(today)) {
      return wording.say(RangeWords.TODAY, Map.of("day", day(today, wording)));
    }
    boolean plain =
        range.first().getYear() == today.getYear() && range.last().getYear() == today.getYear();
    var first = plain ? day(range.first(), wording) : dayOfYear(range.first(), wording);
    boolean sameYear = range.first().getYear() == range.last().getYear();
    var last = sameYear ? day(range.last(), wording) : dayOfYear(range.last(), wording);
    return range.first().equals(range.last())
        ? first
        : wording.say(RangeWords.DAYS, Map.of("first", first, "last", last));
  }

  /** As {@link #of(DayRange, LocalDate, Wording)}, to be read on other days too: 5月9日 for today. */
  public static String printed(DayRange range, LocalDate today, Wording wording) {
    return range.first().equals(range.last())
        ? of(range.first(), today, wording)
        : of(range, today, wording);
  }

  /** 5月9日; with the year where it is not today's. */
  public static String of(LocalDate day, LocalDate today, Wording wording) {
    return day.getYear() == today.getYear() ? day(day, wording) : dayOfYear(day, wording);
  }

  /** 5月, or 2022年5月. */
  public static String of(YearMonth month, boolean withYear, Wording wording) {
    var slots =
        Map.of("year", year(month.getYear()), "month", Integer.toString(month.getMonthValue()));
    return wording.say(withYear ? RangeWords.MONTH_OF_YEAR : RangeWords.MONTH, slots);
  }

  /** 5月9日, whatever its year. */
  public static String day(LocalDate day, Wording wording) {
    return wording.say(
        RangeWords.DAY,
        Map.of(
            "month", Integer.toString(day.getMonthValue()),
            "day", Integer.toString(day.getDayOfMonth())));
  }

  /** 2022年5月9日. */
  public static String dayOfYear(LocalDate day, Wording wording) {
    return wording.say(
        RangeWords.DAY_OF_YEAR,
        Map.of(
            "year", year(day.getYear()),
            "month", Integer.toString(day.getMonthValue()),
            "day", Integer.toString(day.getDayOfMonth())));
  }

  private static String year(int year) {
    return Integer.toString(year);
  }
}
