package org.lanshao.reading;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ranges of local days that are still to come, as people write them for plans: what {@link
 * DayRanges} knows, and 本周, 下周, 下月. A date without a year is the next one that is not over.
 */
public final class ComingDays {
  private static final Pattern YEAR = Pattern.compile("\\d{4}|[今明去]年|年");
  private static final Pattern MONTH = Pattern.compile("月|\\d[./-]\\d");

  private ComingDays() {}

  /** Reads the whole text; empty when it is no range, or names a day that does not exist. */
  public static Optional<DayRange> read(String text, LocalDate today) {
    return switch (Folding.tight(text)) {
      case "本周", "这周", "這週", "本週" -> Optional.of(new DayRange(today, sunday(today)));
      case "下周", "下週", "下星期" -> Optional.of(week(sunday(today).plusDays(1)));
      case "本月", "这个月", "這個月" -> Optional.of(new DayRange(today, monthEnd(today)));
      case "下月", "下个月", "下個月" -> Optional.of(month(monthEnd(today).plusDays(1)));
      default -> written(text, today);
    };
  }

  private static Optional<DayRange> written(String text, LocalDate today) {
    return DayRanges.read(text, today) instanceof DayRanges.Read.Days(DayRange range, boolean open)
        ? Optional.of(coming(range, text, today))
        : Optional.empty();
  }

  private static DayRange coming(DayRange latest, String text, LocalDate today) {
    boolean fixed = YEAR.matcher(text).find() || !latest.last().isBefore(today);
    if (fixed) {
      return latest;
    }
    boolean yearly = MONTH.matcher(text).find();
    var next = latest;
    for (int i = 1; next.last().isBefore(today) && yearly && i <= 8; i++) {
      next = new DayRange(latest.first().plusYears(i), latest.last().plusYears(i));
    }
    for (int i = 1; next.last().isBefore(today) && isDayOfMonth(text) && i <= 12; i++) {
      next = new DayRange(latest.first().plusMonths(i), latest.last().plusMonths(i));
    }
    return next;
  }

  /** 27日, not 昨天. */
  private static boolean isDayOfMonth(String text) {
    return text.contains("日") || text.contains("号");
  }

  private static LocalDate sunday(LocalDate day) {
    return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
  }

  private static DayRange week(LocalDate monday) {
    return new DayRange(monday, monday.plusDays(6));
  }

  private static LocalDate monthEnd(LocalDate day) {
    return day.with(TemporalAdjusters.lastDayOfMonth());
  }

  private static DayRange month(LocalDate first) {
    return new DayRange(first, monthEnd(first));
  }
}
