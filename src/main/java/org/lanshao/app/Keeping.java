package org.lanshao.app;

import java.time.Duration;
import java.util.Map;
import org.lanshao.turn.Retention.What;

/** How long what is private is kept. */
public record Keeping(Map<What, Duration> whatToAge) {
  /** A hundred years, in days. */
  static final long MOST = 36500;

  /**
   * Words half a year, records five years, the audit three (as long as impact assessments and
   * records of handling must be kept, PIPL article 56), practice and messages a season.
   */
  static final Keeping USUAL =
      new Keeping(
          Map.of(
              What.WORDS, Duration.ofDays(180),
              What.RECORDS, Duration.ofDays(5 * 365 + 1),
              What.AUDIT, Duration.ofDays(3 * 365 + 1),
              What.PRACTICE, Duration.ofDays(90),
              What.SENT, Duration.ofDays(90)));

  /** Copies the map. */
  public Keeping {
    whatToAge = Map.copyOf(whatToAge);
  }

  /**
   * The fewest days that may be set: reports still compare years, an audit tells of the half year
   * before, and platforms may send a message again for days.
   */
  static long least(What what) {
    return switch (what) {
      case RECORDS -> 365;
      case AUDIT -> 180;
      case WORDS, SENT -> 7;
      case PRACTICE -> 1;
    };
  }
}
