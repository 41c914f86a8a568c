package org.lanshao.bench;

import java.time.LocalDate;
import java.util.List;

/** When and what for the invented visits were. */
final class Visits {
  static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  static final LocalDate LAST = LocalDate.of(2025, 12, 31);
  static final int DAYS = (int) (LAST.toEpochDay() - FIRST.toEpochDay()) + 1;

  /** Twelve of them. */
  static final List<String> CATEGORIES =
      List.of(
          "routine",
          "flood",
          "drowning",
          "verify",
          "follow",
          "comfort",
          "joint",
          "fire",
          "road",
          "health",
          "school",
          "other");

  private Visits() {}

  /** A day, counted from the first one, as the store writes it: 20240131. */
  static int number(int day) {
    var date = FIRST.plusDays(day);
    return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
  }
}
