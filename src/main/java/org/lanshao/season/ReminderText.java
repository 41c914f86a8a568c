package org.lanshao.season;

import java.util.Optional;
import java.util.Set;
import org.lanshao.form.Template;

/**
 * What a reminder says.
 *
 * @param station to the station
 * @param parents what it may pass on to parents as it stands: a message of its own
 */
public record ReminderText(Template station, Optional<Template> parents) {
  /**
   * What can be filled in: the station's area, the day, the season and since when it is, and since
   * then what the station's area has counted.
   */
  public static final Set<String> SLOTS =
      Set.of("station", "date", "season", "since", "households", "visits", "publicity");

  /** What can be filled in for parents: nothing that is counted. */
  public static final Set<String> PARENTS_SLOTS = Set.of("station", "date", "season");
}
