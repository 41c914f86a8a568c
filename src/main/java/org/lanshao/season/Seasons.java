package org.lanshao.season;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.directory.AreaCode;

/**
 * All seasons, and what was declared about them.
 *
 * @param seasons in the order of the file
 * @param declared one for a season, year and area at most. What was declared for a county counts in
 *     its own view alone: {@link #there}
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

  /** The same with one more, in the place of what was declared about the same. */
  public Seasons with(Declaration declaration) {
    var all = new ArrayList<>(declared);
    all.removeIf(declaration::isOf);
    all.add(declaration);
    return with(all);
  }

  /** What was declared about a season and year for a county or everywhere, if anything was. */
  public Optional<Declaration> declaration(String season, int year, Optional<AreaCode> area) {
    var asked = new Declaration(season, year, area, Optional.empty(), Optional.empty());
    return declared.stream().filter(asked::isOf).findFirst();
  }

  /** The counties for which something was declared. */
  public Set<AreaCode> areas() {
    return declared.stream()
        .flatMap(one -> one.area().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Seasons as they are in a place: what was declared for its county stands over the rest.
   *
   * @param around the area of the place and all that it lies in
   */
  public Seasons there(Collection<AreaCode> around) {
    var everywhere = with(declared.stream().filter(one -> one.area().isEmpty()).toList());
    var there = everywhere;
    for (Declaration one : declared) {
      if (one.area().filter(around::contains).isPresent()) {
        var wide = everywhere.declaration(one.season(), one.year(), Optional.empty());
        there =
            there.with(
                one.over(
                    wide.orElse(
                        new Declaration(
                            one.season(), one.year(), Optional.empty(), Optional.empty()))));
      }
    }
    return there;
  }

  /** As they are where no county declared anything, and then in each that did. */
  public List<Seasons> views() {
    return Stream.concat(Stream.of(there(Set.of())), areas().stream().map(Set::of).map(this::there))
        .toList();
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
    return declaration(id, year, Optional.empty()).map(one -> one.over(written)).orElse(written);
  }

  /** Whether a day is in a season. */
  public boolean holds(String id, LocalDate day) {
    return in(id, day.getYear()).filter(span -> span.holds(day)).isPresent();
  }
}
