package org.lanshao.alert;

import java.time.Duration;
import java.util.List;
import org.lanshao.directory.Area;

/**
 * One step of a plan.
 *
 * @param after how long after the climb began
 * @param people who is told in private
 * @param groups the groups of which areas are told, by their level
 */
public record Wave(Duration after, List<Slot> people, List<Area.Kind> groups) {
  /** Copies the lists. */
  public Wave {
    people = List.copyOf(people);
    groups = List.copyOf(groups);
  }

  /** The part of it that stays in the station. */
  Wave ofStation() {
    return new Wave(
        after,
        people.stream().filter(Slot::isOfStation).toList(),
        groups.stream().filter(level -> level == Area.Kind.TOWN).toList());
  }
}
