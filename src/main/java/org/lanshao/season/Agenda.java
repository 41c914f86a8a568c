package org.lanshao.season;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.lanshao.form.Marks;
import org.lanshao.form.Wording;

/**
 * What will go out when, and why.
 *
 * @param wording in which the reasons are told
 */
public record Agenda(Reminders reminders, Timetable timetable, Wording wording) {
  /**
   * A slot of the coming days.
   *
   * @param at its local time
   * @param why by which seasons, days, warnings or responses; empty text: always
   * @param isCrowded whether those it is for will have had their reminders of that day before
   */
  public record Entry(ZonedDateTime at, Schedule schedule, String why, boolean isCrowded) {}

  /** The slots after an instant and until another, in their order. */
  public List<Entry> between(Instant after, Instant until) {
    var entries = new ArrayList<Entry>();
    var before = new HashMap<LocalDate, List<Schedule>>();
    for (Slot slot : timetable.between(reminders.schedules(), after, until)) {
      var at = slot.at().atZone(timetable.zone());
      var earlier = before.computeIfAbsent(at.toLocalDate(), day -> new ArrayList<>());
      long same = earlier.stream().filter(one -> one.to().equals(slot.schedule().to())).count();
      entries.add(new Entry(at, slot.schedule(), why(slot, at), same >= reminders.most()));
      if (slot.schedule().holds().signal().isEmpty()) {
        earlier.add(slot.schedule());
      }
    }
    return entries;
  }

  /** The years of those days that the calendar of holidays says nothing about. */
  public List<Integer> unknownYears(Instant after, Instant until) {
    var years = new TreeSet<Integer>();
    years.add(after.atZone(timetable.zone()).getYear());
    years.add(until.atZone(timetable.zone()).getYear());
    years.removeAll(reminders.workdays().years());
    return List.copyOf(years);
  }

  private String why(Slot slot, ZonedDateTime at) {
    var reasons = new ArrayList<String>();
    var holds = slot.schedule().holds();
    holds.seasons().forEach(id -> reasons.add(season(id, at.toLocalDate())));
    switch (slot.schedule().days()) {
      case ANY -> {}
      case WORKDAY -> reasons.add(wording.say(AgendaWords.WORKDAY));
      case REST -> reasons.add(wording.say(AgendaWords.REST));
      case EVE -> reasons.add(wording.say(AgendaWords.EVE));
    }
    holds
        .signal()
        .map(least -> Map.of("signal", least.toString()))
        .ifPresent(least -> reasons.add(wording.say(AgendaWords.SIGNAL, least)));
    return Marks.clauses(reasons.stream().filter(r -> !r.isEmpty()), wording);
  }

  /** As it is everywhere, or in the first county where it holds that day. */
  private String season(String id, LocalDate day) {
    var name = timetable.seasons().season(id).map(Season::name).orElse(id);
    return timetable.views().stream()
        .filter(there -> there.holds(id, day))
        .findFirst()
        .flatMap(there -> there.in(id, day.getYear()))
        .map(spell -> season(name, spell))
        .orElse(name);
  }

  private String season(String name, Span dates) {
    return wording.say(
        AgendaWords.SEASON,
        Map.of(
            "name", name,
            "startMonth", Integer.toString(dates.start().getMonthValue()),
            "startDay", Integer.toString(dates.start().getDayOfMonth()),
            "endMonth", Integer.toString(dates.end().getMonthValue()),
            "endDay", Integer.toString(dates.end().getDayOfMonth()),
            "source", dates.source()));
  }
}
