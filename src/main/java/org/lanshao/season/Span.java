package org.lanshao.season;

import java.time.LocalDate;

/**
 * Some days in a row, both ends in it.
 *
 * @param source who said so: a document, an announcement
 */
public record Span(LocalDate start, LocalDate end, String source) {
  /** Days in their order. */
  public Span {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("ends before it begins");
    }
  }

  /** Whether a day is one of them. */
  public boolean holds(LocalDate day) {
    return !day.isBefore(start) && !day.isAfter(end);
  }
}
