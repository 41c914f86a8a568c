package org.lanshao.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rosters and shifts: who has duty where and when, by id, also those who left. Immutable. */
public final class Duty {
  /** Nothing planned and nobody there. */
  public static final Duty NONE = new Duty(LocalTime.MIDNIGHT, Map.of(), List.of());

  /** How long duty lasts when neither its person nor a roster says how long. */
  public static final Duration LONGEST = Duration.ofHours(12);

  /** What is longer past is only in the history. */
  private static final int KEPT_DAYS = 40;

  private final LocalTime changeOver;
  private final Map<Slot, List<PersonId>> slotToPeople;
  private final List<Shift> shifts;

  /** An area on a day. */
  private record Slot(String area, LocalDate day) implements Comparable<Slot> {
    @Override
    public int compareTo(Slot other) {
      int areas = area.compareTo(other.area);
      return areas != 0 ? areas : day.compareTo(other.day);
    }
  }

  private Duty(LocalTime changeOver, Map<Slot, List<PersonId>> slotToPeople, List<Shift> shifts) {
    this.changeOver = changeOver;
    this.slotToPeople = slotToPeople;
    this.shifts = List.copyOf(shifts);
  }

  /** The same, the days of rosters handing over at this hour. */
  Duty changingOver(LocalTime other) {
    return new Duty(other, slotToPeople, shifts);
  }

  /** The day of the roster that holds at a moment: until it hands over, that of the day before. */
  public LocalDate day(ZonedDateTime now) {
    var day = now.toLocalDate();
    return now.toLocalTime().isBefore(changeOver) ? day.minusDays(1) : day;
  }

  /** Who is planned for an area on a day; none when nobody is. */
  public List<PersonId> rostered(AreaCode area, LocalDate day) {
    return slotToPeople.getOrDefault(new Slot(area.text(), day), List.of());
  }

  /** The shift of a person that lasts at this moment, or empty. */
  public Optional<Shift> shift(PersonId person, Instant at) {
    return shifts.stream().filter(s -> s.person().equals(person) && s.isOn(at)).findFirst();
  }

  /** The shifts of a person in the last weeks, the oldest first. */
  public List<Shift> shifts(PersonId person) {
    return shifts.stream().filter(shift -> shift.person().equals(person)).toList();
  }

  /**
   * Who has duty at a moment in any of these areas: those who came, in the order they came, then
   * those whom the roster of the day names and who did not come and go. A roster's day begins at
   * the hour of the change-over in the zone.
   *
   * @param area whether a shift or roster of this area counts
   */
  public Set<PersonId> on(Predicate<AreaCode> area, ZonedDateTime now) {
    var on = new LinkedHashSet<PersonId>();
    var today = day(now);
    shifts.stream()
        .filter(shift -> shift.isOn(now.toInstant()) && area.test(shift.area()))
        .forEach(shift -> on.add(shift.person()));
    slotToPeople.entrySet().stream()
        .filter(slot -> slot.getKey().day().equals(today))
        .filter(slot -> area.test(new AreaCode(slot.getKey().area())))
        .flatMap(slot -> slot.getValue().stream())
        .filter(person -> !wentOn(person, now))
        .forEach(on::add);
    return on;
  }

  /**
   * When somebody's duty ends who comes at this moment: when the day of the roster does, where they
   * are planned there, else after {@link #LONGEST}.
   */
  public Instant end(PersonId person, AreaCode area, ZonedDateTime from) {
    LocalDate day = day(from);
    if (!rostered(area, day).contains(person)) {
      return from.toInstant().plus(LONGEST);
    }
    return day.plusDays(1).atTime(changeOver).atZone(from.getZone()).toInstant();
  }

  /** Whether somebody who came on that day has gone again. */
  private boolean wentOn(PersonId person, ZonedDateTime now) {
    return shifts.stream()
        .filter(shift -> shift.person().equals(person))
        .filter(shift -> day(shift.from().atZone(now.getZone())).equals(day(now)))
        .reduce((before, last) -> last)
        .filter(Shift::ended)
        .isPresent();
  }

  /** After an edit; the same for one that is not about duty. */
  Duty after(Edit edit) {
    return switch (edit) {
      case Edit.Roster roster -> rostered(roster);
      case Edit.Begin(Shift shift) -> ended(shift.person()).with(shift);
      case Edit.End(PersonId person, Instant gone) -> ended(person);
      default -> this;
    };
  }

  private Duty rostered(Edit.Roster roster) {
    var next = new TreeMap<>(slotToPeople);
    var slot = new Slot(roster.area().text(), roster.day());
    if (roster.people().isEmpty()) {
      next.remove(slot);
    } else {
      next.put(slot, roster.people());
    }
    return new Duty(changeOver, next, shifts);
  }

  private Duty with(Shift shift) {
    var next = new ArrayList<>(shifts);
    next.add(shift);
    return new Duty(changeOver, slotToPeople, next);
  }

  private Duty ended(PersonId person) {
    var next =
        shifts.stream()
            .map(
                s ->
                    s.person().equals(person)
                        ? new Shift(s.person(), s.area(), s.from(), s.until(), true)
                        : s)
            .toList();
    return new Duty(changeOver, slotToPeople, next);
  }

  /** Without what is long past at this moment. */
  Duty since(Instant at) {
    var oldest = at.minus(Duration.ofDays(KEPT_DAYS));
    var day = LocalDate.ofInstant(oldest, ZoneOffset.UTC);
    var next = new TreeMap<>(slotToPeople);
    next.keySet().removeIf(slot -> slot.day().isBefore(day));
    return new Duty(
        changeOver, next, shifts.stream().filter(s -> s.until().isAfter(oldest)).toList());
  }

  /** The edits that make it. */
  Stream<Edit> edits() {
    return Stream.concat(
        slotToPeople.entrySet().stream()
            .map(
                slot ->
                    new Edit.Roster(
                        new AreaCode(slot.getKey().area()), slot.getKey().day(), slot.getValue())),
        shifts.stream().map(Edit.Begin::new));
  }
}
