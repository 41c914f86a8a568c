package org.lanshao.season;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.campaign.Threshold;

/**
 * What the files say about seasons and reminders.
 *
 * @param most so many reminders a group or person gets on a day
 * @param schedules in the order of the file: of two at the same time the first goes
 * @param texts by their ids
 * @param campaigns from which level on a notice begins a campaign
 */
public record Reminders(
    Seasons seasons,
    Workdays workdays,
    int most,
    List<Schedule> schedules,
    Map<String, ReminderText> texts,
    Threshold campaigns) {
  /** No reminders. */
  public static final Reminders NONE =
      new Reminders(Seasons.NONE, Workdays.NONE, 1, List.of(), Map.of(), Threshold.USUAL);

  /** Copies the collections. */
  public Reminders {
    schedules = List.copyOf(schedules);
    texts = Map.copyOf(texts);
  }

  /** The text of a schedule. */
  public ReminderText text(Schedule schedule) {
    return Optional.ofNullable(texts.get(schedule.text()))
        .orElseThrow(() -> new IllegalArgumentException("no text for " + schedule.id()));
  }

  /** The schedule of this id; empty when there is none any more. */
  public Optional<Schedule> schedule(String id) {
    return schedules.stream().filter(schedule -> schedule.id().equals(id)).findFirst();
  }
}
