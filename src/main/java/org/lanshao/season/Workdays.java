package org.lanshao.season;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * Which days are worked: Monday to Friday but holidays, and weekends that make up for them.
 *
 * @param holidays each day of them, with the holiday's name
 * @param makeUp weekend days that are worked
 * @param years of which the calendar says so; in others there are weekends alone
 */
public record Workdays(Map<LocalDate, String> holidays, Set<LocalDate> makeUp, Set<Integer> years) {
  /** Weekends alone. */
  public static final Workdays NONE = new Workdays(Map.of(), Set.of(), Set.of());

  /** So many free days in a row are a long holiday: a weekend has two. */
  private static final int LONG = 3;

  /** Copies the collections. */
  public Workdays {
    holidays = Map.copyOf(holidays);
    makeUp = Set.copyOf(makeUp);
    years = Set.copyOf(years);
  }

  /** Whether a day is worked, and school is. */
  public boolean isWorked(LocalDate day) {
    return makeUp.contains(day) || !(isWeekend(day) || holidays.containsKey(day));
  }

  /** Whether a day is the last worked one before a long holiday. */
  public boolean isEve(LocalDate day) {
    if (!isWorked(day)) {
      return false;
    }
    for (int i = 1; i <= LONG; i++) {
      if (isWorked(day.plusDays(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
