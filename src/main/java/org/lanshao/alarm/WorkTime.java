package org.lanshao.alarm;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Predicate;

/**
 * When people are at work: from nine to five on worked days. Pure.
 *
 * @param isWorked whether a day is worked
 * @param zone whose days and hours
 */
public record WorkTime(Predicate<LocalDate> isWorked, ZoneId zone) {
  private static final LocalTime FROM = LocalTime.of(9, 0);
  private static final LocalTime TO = LocalTime.of(17, 0);

  /** More is not told apart. */
  private static final int MOST_DAYS = 60;

  /** How much of it lies between two moments; of the last sixty days at most. */
  public Duration between(Instant from, Instant to) {
    LocalDate last = to.atZone(zone).toLocalDate();
    LocalDate day = later(from.atZone(zone).toLocalDate(), last.minusDays(MOST_DAYS));
    var sum = Duration.ZERO;
    for (; !day.isAfter(last); day = day.plusDays(1)) {
      sum = isWorked.test(day) ? sum.plus(on(day, from, to)) : sum;
    }
    return sum;
  }

  private Duration on(LocalDate day, Instant from, Instant to) {
    Instant begin = later(from, day.atTime(FROM).atZone(zone).toInstant());
    Instant end = day.atTime(TO).atZone(zone).toInstant();
    Instant until = end.isBefore(to) ? end : to;
    return until.isAfter(begin) ? Duration.between(begin, until) : Duration.ZERO;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
