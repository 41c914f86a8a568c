package org.lanshao.count;

import java.util.List;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.PersonId;

/** Whose records are counted. */
public sealed interface Scope {
  /** Of one area, or one person. */
  sealed interface One extends Scope {}

  /** All of an area, whatever its level. */
  record InArea(AreaCode area) implements One {}

  /** All of several areas, at least two, none within another. */
  record InAreas(List<AreaCode> areas) implements Scope {
    /** Copies the list. */
    public InAreas {
      areas = List.copyOf(areas);
    }
  }

  /** Those that one person filed. */
  record ByPerson(PersonId person) implements One {}

  /** Whether an area lies in these; never in what one person filed. */
  default boolean holds(AreaCode area, Directory directory) {
    return switch (this) {
      case InArea(AreaCode whole) -> directory.within(area, whole);
      case InAreas(List<AreaCode> several) ->
          several.stream().anyMatch(one -> directory.within(area, one));
      case ByPerson own -> false;
    };
  }

  /** All of one or more areas, none within another. */
  static Scope in(List<AreaCode> areas) {
    return areas.size() == 1 ? new InArea(areas.getFirst()) : new InAreas(areas);
  }
}
