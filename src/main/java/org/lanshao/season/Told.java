package org.lanshao.season;

import java.util.List;
import java.util.Set;

/**
 * What a place has been told besides reminders.
 *
 * @param stronger whether it got a warning, a response or another notice on this day
 * @param inForce the warnings and responses that hold there
 * @param silenced the topics that it asked not to hear of
 */
public record Told(boolean stronger, List<Signal> inForce, Set<String> silenced) {
  /** Nothing. */
  public static final Told NOTHING = new Told(false, List.of(), Set.of());

  /** Copies the collections. */
  public Told {
    inForce = List.copyOf(inForce);
    silenced = Set.copyOf(silenced);
  }

  /** Whether a reminder goes there. */
  public boolean lets(Schedule schedule) {
    return !stronger && !silenced.contains(schedule.topic()) && schedule.holds().holds(inForce);
  }
}
