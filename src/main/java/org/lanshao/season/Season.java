package org.lanshao.season;

import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of the year that schedules go by.
 *
 * @param id as the file calls it
 * @param name as people call it: the first of its words
 * @param words what people may call it when they declare it
 * @param usual when it is in years that say nothing; empty: such years have none
 * @param years when it is in these years, as announced
 */
public record Season(
    String id, String name, List<String> words, Optional<Usual> usual, Map<Integer, Span> years) {
  /** Copies the collections. */
  public Season {
    words = List.copyOf(words);
    years = Map.copyOf(years);
  }

  /** When it is in this year if nobody declares otherwise; empty: not at all. */
  public Optional<Span> in(int year) {
    return Optional.ofNullable(years.get(year)).or(() -> usual.map(nominal -> nominal.in(year)));
  }

  /**
   * Nominal days, the same each year.
   *
   * @param source who says so
   */
  public record Usual(MonthDay start, MonthDay end, String source) {
    Span in(int year) {
      return new Span(start.atYear(year), end.atYear(year), source);
    }
  }
}
