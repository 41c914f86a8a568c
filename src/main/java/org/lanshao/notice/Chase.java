package org.lanshao.notice;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.lanshao.alert.Plan;
import org.lanshao.alert.Slot;
import org.lanshao.alert.Times;
import org.lanshao.alert.Wave;

/**
 * How those are reminded who do not confirm: the first wave is the notice itself, later ones go to
 * the station again and then to the levels above, which hear which stations are open.
 */
public final class Chase {
  private static final List<Slot> STATION = List.of(Slot.HEAD, Slot.DUTY);

  /** Of what goes out at any hour. */
  public static final Plan URGENT =
      plan(
          "urgent",
          Duration.ofMinutes(60),
          wave(0, STATION),
          wave(10, STATION),
          wave(20, List.of(Slot.HEAD, Slot.DUTY, Slot.TOWN)),
          wave(40, List.of(Slot.HEAD, Slot.DUTY, Slot.COUNTY)),
          wave(60, List.of(Slot.HEAD, Slot.DUTY, Slot.CITY)));

  /** Of the rest. */
  public static final Plan USUAL =
      plan(
          "usual",
          Duration.ofHours(6),
          wave(0, STATION),
          wave(60, STATION),
          wave(180, List.of(Slot.HEAD, Slot.DUTY, Slot.COUNTY)));

  private Chase() {}

  /** The plan of a notice. */
  public static Plan of(boolean isUrgent) {
    return isUrgent ? URGENT : USUAL;
  }

  private static Wave wave(int minutes, List<Slot> people) {
    return new Wave(Duration.ofMinutes(minutes), people, List.of());
  }

  private static Plan plan(String name, Duration repeat, Wave... waves) {
    return new Plan(name, List.of(waves), repeat, 1, Set.of(), Times.USUAL);
  }
}
