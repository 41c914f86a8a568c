package org.lanshao.directory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A day as far as it is known: 2017, 2017-07 or 2022-04-04.
 *
 * @param year four digits
 * @param month 0 where it is not known
 * @param day of the month; 0 where it is not known
 */
public record RoughDay(int year, int month, int day) {
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{4})(?:-(0?[1-9]|1\\d)(?:-(0?[1-9]|[1-3]\\d))?)?");

  /** Refuses days that there are not. */
  public RoughDay {
    LocalDate.of(year, Math.max(1, month), Math.max(1, day));
  }

  /** The day that is written so; empty when there is none. */
  public static Optional<RoughDay> read(String text) {
    var written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new RoughDay(
              Integer.parseInt(written.group(1)),
              number(written.group(2)),
              number(written.group(3))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** The first day that it may be. */
  public LocalDate first() {
    return LocalDate.of(year, Math.max(1, month), Math.max(1, day));
  }

  /** As {@link #read} reads it. */
  public String text() {
    return day > 0
        ? "%04d-%02d-%02d".formatted(year, month, day)
        : month > 0 ? "%04d-%02d".formatted(year, month) : "%04d".formatted(year);
  }
}
