package org.lanshao.season;

import java.time.LocalDate;
import java.util.Optional;
import org.lanshao.directory.AreaCode;

/**
 * What was declared about a season by chat; it stands over the file.
 *
 * @param season its id
 * @param year which one
 * @param area the county for which it was declared; empty: everywhere
 * @param start its first day, if that was declared
 * @param end its last day, if that was declared
 */
public record Declaration(
    String season,
    int year,
    Optional<AreaCode> area,
    Optional<LocalDate> start,
    Optional<LocalDate> end) {
  /** What stands in the sources of spans for a declaration. */
  public static final String SOURCE = "聊天里宣布";

  /** What was declared for everywhere. */
  public Declaration(String season, int year, Optional<LocalDate> start, Optional<LocalDate> end) {
    this(season, year, Optional.empty(), start, end);
  }

  /** Whether the other one takes its place. */
  public boolean isOf(Declaration other) {
    return season.equals(other.season) && year == other.year && area.equals(other.area);
  }

  /** The same as it is in a place of its area, where this stands over what holds everywhere. */
  Declaration over(Declaration wide) {
    return new Declaration(season, year, start.or(wide::start), end.or(wide::end));
  }

  /**
   * The days after this declaration; the other end stays as it was.
   *
   * @param before as it was; empty when the year had none
   * @return a season that ends before it begins is none: empty
   */
  Optional<Span> over(Optional<Span> before) {
    var first = start.or(() -> before.map(Span::start));
    var last = end.or(() -> before.map(Span::end)).orElse(LocalDate.of(year, 12, 31));
    return first.filter(day -> !last.isBefore(day)).map(day -> new Span(day, last, SOURCE));
  }
}
