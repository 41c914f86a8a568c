package org.lanshao.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lanshao.command.Part.Way;
import org.lanshao.count.Scope;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;

/** Which levels of areas a count can be parted by. */
final class Levels {
  private final Directory directory;

  Levels(Directory directory) {
    this.directory = directory;
  }

  /**
   * The parts with 按地区 made out as the level below what is counted; empty when a level does not lie
   * below it, or when people are told apart in more than one town.
   */
  Optional<List<Part>> madeOut(List<Part> found, Scope scope) {
    var kind = kind(scope);
    var made = new ArrayList<Part>();
    for (Part part : found) {
      var said =
          part instanceof Part.OfBreakdown b ? Optional.of(b) : Optional.<Part.OfBreakdown>empty();
      if (said.isEmpty()) {
        made.add(part);
      } else {
        var way = madeOut(said.get().way(), kind, scope);
        if (way.isEmpty()) {
          return Optional.empty();
        }
        made.add(new Part.OfBreakdown(part.text(), way.get()));
      }
    }
    return Optional.of(List.copyOf(made));
  }

  /**
   * The parts of a ranking, by towns where nothing was said of what is ranked, and inside a town by
   * what lies in it; empty when nothing is to be ranked.
   */
  Optional<List<Part>> ranked(List<Part> found, Scope scope) {
    var breakdowns = Part.all(found, Part.OfBreakdown.class);
    var words = Part.all(found, Part.Ranked.class);
    if (words.isEmpty() && breakdowns.stream().noneMatch(p -> BreakdownWords.ranks(p.text()))) {
      return Optional.empty();
    }
    if (!breakdowns.isEmpty()) {
      return Optional.of(found);
    }
    boolean towns = kind(scope).compareTo(Area.Kind.TOWN) < 0;
    var way = towns ? new Way.Level(Area.Kind.TOWN) : new Way.NextLevel();
    var more = new ArrayList<>(found);
    more.add(new Part.OfBreakdown(words.getFirst().text(), way));
    return Optional.of(List.copyOf(more));
  }

  private static Optional<Way> madeOut(Way way, Area.Kind kind, Scope scope) {
    return switch (way) {
      case Way.NextLevel() -> kind.below().map(Way.Level::new);
      case Way.Level(Area.Kind level) -> Optional.of(way).filter(w -> level.compareTo(kind) > 0);
      case Way.People() ->
          Optional.of(way)
              .filter(w -> scope instanceof Scope.ByPerson || kind.compareTo(Area.Kind.TOWN) >= 0);
      case Way.Time time -> Optional.of(way);
      case Way.Occasions occasions -> Optional.of(way);
      case Way.Answers answers -> Optional.of(way);
    };
  }

  /**
   * The level of what is counted; of several areas, of what is around the widest; of somebody's own
   * records, of the county around their area.
   */
  private Area.Kind kind(Scope scope) {
    return switch (scope) {
      case Scope.InArea(AreaCode area) -> level(area);
      case Scope.InAreas(List<AreaCode> areas) ->
          areas.stream().map(this::around).min(Comparator.naturalOrder()).orElse(Area.Kind.CITY);
      case Scope.ByPerson own -> Area.Kind.COUNTY;
    };
  }

  private Area.Kind around(AreaCode area) {
    return directory.area(area).flatMap(Area::parent).map(this::level).orElse(Area.Kind.CITY);
  }

  private Area.Kind level(AreaCode area) {
    return directory.area(area).map(Area::kind).orElse(Area.Kind.POINT);
  }
}
