package org.lanshao.desk.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lanshao.count.RangeText;
import org.lanshao.desk.talk.Addresses;
import org.lanshao.desk.talk.Replies;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Person;
import org.lanshao.form.Form;
import org.lanshao.form.FormId;
import org.lanshao.message.Reply;
import org.lanshao.reading.DayRange;
import org.lanshao.turn.Cause;
import org.lanshao.turn.Changes.Filing;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Unavailable;

/** Writes to those who are to tell of their station's day that they should. */
public final class DayNudges {
  private final Facts facts;
  private final Shelf shelf;
  private final Surroundings surroundings;

  DayNudges(Facts facts, Shelf shelf, Surroundings surroundings) {
    this.facts = facts;
    this.shelf = shelf;
    this.surroundings = surroundings;
  }

  /**
   * Who is written to.
   *
   * @param times how often their station is told of this day, with this time
   * @param slots what every such message may say: station, day, title, command, nothing, times
   */
  record To(Person person, long times, Map<String, String> slots) {}

  /** What a station is told about a day; nothing where nobody is to tell of it. */
  List<NewOutgoing> rows(DayStation station, LocalDate day, Function<To, String> text)
      throws Unavailable {
    var rows = new ArrayList<NewOutgoing>();
    for (Person person : station.people()) {
      var form = shelf.day(person.language());
      if (form.isPresent()) {
        rows.addAll(rows(to(person, form.get(), station, day), form.get(), station, day, text));
      }
    }
    return rows;
  }

  private List<NewOutgoing> rows(
      To to, Form form, DayStation station, LocalDate day, Function<To, String> text) {
    var cause = cause(form.id(), station.area().code(), day);
    var once = cause.text() + ":" + to.times() + ":" + to.person().id();
    var now = surroundings.clock().instant();
    var terms = new NewOutgoing.Terms(Lane.NOTICE, Optional.empty(), Optional.of(cause));
    var part = new Reply.Part(text.apply(to), List.of());
    return new Addresses(surroundings)
        .of(to.person().id())
        .map(address -> new Replies(surroundings).to(address, part, once, now, terms))
        .orElse(List.of());
  }

  private To to(Person person, Form form, DayStation station, LocalDate day) throws Unavailable {
    var begin = cause(form.id(), station.area().code(), day).text() + ":";
    long times =
        facts.fates(begin).stream().map(fate -> fate.once().split(":", 6)[4]).distinct().count()
            + 1;
    var clock = surroundings.clock();
    var today = clock.instant().atZone(clock.getZone()).toLocalDate();
    var wording = surroundings.wording().in(person.language());
    var which = day.equals(today) ? "" : " " + RangeText.of(day, today, wording);
    return new To(
        person,
        times,
        Map.of(
            "station", station.area().name(),
            "day", RangeText.of(new DayRange(day, day), today, wording),
            "title", form.title(),
            "command", form.start().getFirst() + which,
            "nothing", form.shorthand().keySet().stream().sorted().toList().getLast() + which,
            "times", Long.toString(times)));
  }

  private static Cause cause(FormId form, AreaCode station, LocalDate day) {
    return new Cause("chase:%s:%s:%s".formatted(form, station, day));
  }

  /** What ends once these are filed: nobody is told any more to tell of the day. */
  public static List<Cause> ended(List<Filing> filings) {
    return filings.stream()
        .filter(Filing::daily)
        .map(Filing::submission)
        .map(one -> cause(one.form(), one.area(), one.day()))
        .toList();
  }
}
