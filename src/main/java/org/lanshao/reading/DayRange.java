package org.lanshao.reading;

import java.time.LocalDate;

/** Local days from {@code first} to {@code last}, both included. */
public record DayRange(LocalDate first, LocalDate last) {
  /** Refuses a range that ends before it begins. */
  public DayRange {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("range ends before it begins");
    }
  }

  /** Whether a day is one of them. */
  public boolean holds(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
