package org.lanshao.reading;

import java.time.LocalDate;
import java.util.Optional;

/** Days of the Chinese lunar calendar (农历) from 2019 to 2039. */
final class Lunar {
  private static final int FIRST_YEAR = 2019;
  private static final LocalDate FIRST_DAY = LocalDate.of(2019, 2, 5);

  /**
   * The months of each year, after the tables of the Hong Kong Observatory. From the left: one bit,
   * whether the leap month has 30 days; twelve bits, which months have 30 days and not 29; four
   * bits, after which month the leap month comes, 0 if there is none.
   */
  private static final int[] YEARS = {
    0x0a930, 0x07954, 0x06aa0, 0x0ad50, 0x05b52, 0x04b60, 0x0a6e6, 0x0a4e0, 0x0d260, 0x0ea65,
    0x0d530, 0x05aa0, 0x076a3, 0x096d0, 0x04afb, 0x04ad0, 0x0a4d0, 0x1d0b6, 0x0d250, 0x0d520,
    0x0dd45
  };

  private Lunar() {}

  /**
   * The day of a lunar year's month, not its leap month; empty when the month is too short or the
   * year is not known. Day 30 of month 12 stands for the last day of the year.
   */
  static Optional<LocalDate> day(int year, int month, int day) {
    int index = year - FIRST_YEAR;
    if (index < 0 || index >= YEARS.length || month < 1 || month > 12 || day < 1) {
      return Optional.empty();
    }
    var first = FIRST_DAY;
    for (int i = 0; i < index; i++) {
      first = first.plusDays(daysBefore(YEARS[i], 13));
    }
    int length = length(YEARS[index], month);
    boolean eve = month == 12 && day == 30;
    return day > length && !eve
        ? Optional.empty()
        : Optional.of(first.plusDays(daysBefore(YEARS[index], month) + Math.min(day, length) - 1L));
  }

  /** The days of the months before this one, with the leap month where it comes before. */
  private static long daysBefore(int year, int month) {
    long days = 0;
    for (int m = 1; m < month; m++) {
      days += length(year, m);
      if ((year & 0xF) == m) {
        days += ((year >> 16) & 1) == 1 ? 30 : 29;
      }
    }
    return days;
  }

  private static int length(int year, int month) {
    return ((year >> (16 - month)) & 1) == 1 ? 30 : 29;
  }
}
