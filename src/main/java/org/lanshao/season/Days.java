package org.lanshao.season;

import java.time.LocalDate;

/** Which days a schedule is for. */
public enum Days {
  /** All of them. */
  ANY("any"),
  /** Days that are worked, and school is. */
  WORKDAY("workday"),
  /** Weekends and holidays. */
  REST("rest"),
  /** The last worked day before a long holiday. */
  EVE("eve");

  private final String word;

  Days(String word) {
    this.word = word;
  }

  /** The word for it in the file. */
  public String word() {
    return word;
  }

  boolean holds(LocalDate day, Workdays workdays) {
    return switch (this) {
      case ANY -> true;
      case WORKDAY -> workdays.isWorked(day);
      case REST -> !workdays.isWorked(day);
      case EVE -> workdays.isEve(day);
    };
  }
}
