package org.lanshao.season;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All seasons, and what was declared about them.
 *
 * @param seasons in the order of the file
 * @param declared one for a season and year at most
 */
public record Seasons(List<Season> seasons, List<Declaration> declared) {
  /** No seasons. */
  public static final Seasons NONE = new Seasons(List.of(), List.of());

  /** Copies the lists. */
  public Seasons {
    seasons = List.copyOf(seasons);
    declared = List.copyOf(declared);
  }

  /** The same with these declarations instead. */
  public Seasons with(List<Declaration> declarations) {
    return new Seasons(seasons, declarations);
  }

  /** The same with one more, in the place of what was declared about that season and year. */
  public Seasons with(Declaration declaration) {
    var all = new ArrayList<>(declared);
    all.removeIf(
        one -> one.season().equals(declaration.season()) && one.year() == declaration.year());
    all.add(declaration);
    return with(all);
  }

  /** What was declared about a season and year, if anything was. */
  public Optional<Declaration> declaration(String season, int year) {
    return declared.stream()
        .filter(one -> one.season().equals(season) && one.year() == year)
        .findFirst();
  }

  /** The season of this id; empty when there is none. */
  public Optional<Season> season(String id) {
    return seasons.stream().filter(season -> season.id().equals(id)).findFirst();
  }

  /** The season that people call so; empty when there is none. */
  public Optional<Season> called(String word) {
    return seasons.stream().filter(season -> season.words().contains(word)).findFirst();
  }

  /** When a season is in a year; empty when it is not in it, or there is no such season. */
  public Optional<Span> in(String id, int year) {
    var written = season(id).flatMap(season -> season.in(year));
    return declaration(id, year).map(one -> one.over(written)).orElse(written);
  }

  /** Whether a day is in a season. */
  public boolean holds(String id, LocalDate day) {
    return in(id, day.getYear()).filter(span -> span.holds(day)).isPresent();
  }
}
