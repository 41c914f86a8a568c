package org.lanshao.alert;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * By which plans those are reminded who do not confirm a notice. The first wave of each is the
 * notice itself. At each later one the station is written to again, and the people of the wave hear
 * which of their stations are open. A notice keeps the plan that it began with.
 *
 * @param urgent of what goes out at any hour
 * @param usual of the rest
 */
public record Chase(Plan urgent, Plan usual) {
  /** What holds where the file says nothing else. */
  public static final Chase USUAL =
      new Chase(
          plan(
              "urgent",
              Duration.ofMinutes(60),
              List.of(wave(10), wave(20, Slot.TOWN), wave(40, Slot.COUNTY), wave(60, Slot.CITY))),
          plan("usual", Duration.ofHours(6), List.of(wave(60), wave(180, Slot.COUNTY))));

  /** The plan of a notice. */
  public Plan of(boolean isUrgent) {
    return isUrgent ? urgent : usual;
  }

  /**
   * A plan of reminders.
   *
   * @param reminders the waves after the notice itself
   */
  static Plan plan(String name, Duration repeat, List<Wave> reminders) {
    var waves = Stream.concat(Stream.of(wave(0)), reminders.stream()).toList();
    return new Plan(name, waves, repeat, 1, Set.of(), Times.USUAL);
  }

  private static Wave wave(int minutes, Slot... people) {
    return new Wave(Duration.ofMinutes(minutes), Arrays.asList(people), List.of());
  }
}
