package org.lanshao.season;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When schedules are due, by the seasons and workdays of a zone. Whether a warning or response is
 * in force then is nothing that a calendar knows: {@link While#holds(java.util.Collection)} is
 * asked when the slot has come.
 *
 * @param seasons with what was declared; a slot comes where they are right in any county
 * @param zone whose days and times are meant, whatever the host's
 * @param views {@link Seasons#views}
 */
public record Timetable(Seasons seasons, Workdays workdays, ZoneId zone, List<Seasons> views) {
  /** A schedule without a slot in so many years has none. */
  private static final int YEARS = 2;

  /** By these seasons, wherever they are. */
  public Timetable(Seasons seasons, Workdays workdays, ZoneId zone) {
    this(seasons, workdays, zone, seasons.views());
  }

  /** Copies the list. */
  public Timetable {
    views = List.copyOf(views);
  }

  /** The next slot after an instant; empty when there is none within two years. */
  public Optional<Slot> next(Schedule schedule, Instant after) {
    var from = after.atZone(zone);
    LocalDate day = from.toLocalDate();
    LocalDate end = day.plusYears(YEARS);
    while (day.isBefore(end)) {
      if (!isDay(schedule, day)) {
        day = day.plusDays(1);
        continue;
      }
      var time = schedule.times().after(latest(from, day));
      if (time.filter(next -> next.toLocalDate().isBefore(end)).isEmpty()) {
        return Optional.empty();
      }
      if (time.get().toLocalDate().equals(day)) {
        return Optional.of(new Slot(schedule, time.get().toInstant()));
      }
      day = time.get().toLocalDate();
    }
    return Optional.empty();
  }

  /** The last moment before a day, or the given one if that is later. */
  private ZonedDateTime latest(ZonedDateTime from, LocalDate day) {
    var before = day.atStartOfDay(zone).minusNanos(1);
    return from.isAfter(before) ? from : before;
  }

  private boolean isDay(Schedule schedule, LocalDate day) {
    return schedule.days().holds(day, workdays)
        && views.stream().anyMatch(there -> schedule.holds().holds(day, there));
  }

  /** All slots of a schedule after one instant and until another, that one in, in their order. */
  public List<Slot> between(Schedule schedule, Instant after, Instant until) {
    var slots = new ArrayList<Slot>();
    var next = next(schedule, after);
    while (next.filter(slot -> !slot.at().isAfter(until)).isPresent()) {
      slots.add(next.get());
      next = next(schedule, next.get().at());
    }
    return slots;
  }

  /** The same for several schedules; those of one time in the order of the schedules. */
  public List<Slot> between(List<Schedule> schedules, Instant after, Instant until) {
    return schedules.stream()
        .flatMap(schedule -> between(schedule, after, until).stream())
        .sorted(Comparator.comparing(Slot::at))
        .toList();
  }
}
