package org.lanshao.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;

/** Days as they are told. */
final class Days {
  private static final String WEEK = "一二三四五六日";

  private Days() {}

  /** 12月1日（二）. */
  static String text(LocalDate day) {
    return "%d月%d日（%c）"
        .formatted(
            day.getMonthValue(),
            day.getDayOfMonth(),
            WEEK.charAt(day.getDayOfWeek().getValue() - 1));
  }

  static String text(Collection<LocalDate> days) {
    return days.stream().map(Days::text).collect(Collectors.joining("、"));
  }
}
