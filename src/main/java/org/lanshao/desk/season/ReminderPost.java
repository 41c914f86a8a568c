package org.lanshao.desk.season;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lanshao.command.Sums;
import org.lanshao.count.Scope;
import org.lanshao.desk.talk.Addresses;
import org.lanshao.desk.talk.LocalSeasons;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.desk.talk.Unheard;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Group;
import org.lanshao.form.Template;
import org.lanshao.message.Reply;
import org.lanshao.reading.DayRange;
import org.lanshao.season.ReminderText;
import org.lanshao.season.Reminders;
import org.lanshao.season.Schedule;
import org.lanshao.season.Seasons;
import org.lanshao.season.Slot;
import org.lanshao.season.Span;
import org.lanshao.turn.Bulletin;
import org.lanshao.turn.Cause;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Reminding.Letter;
import org.lanshao.turn.Unavailable;

/**
 * Writes the messages of routine reminders: one to each station, and one that it may pass on to
 * parents. Nobody is asked to confirm them.
 */
public final class ReminderPost {
  /** What is counted for a text. */
  private static final Map<String, String> SUMS =
      Map.of(
          "visits", "visit.household_visits",
          "publicity", "publicity.person_times",
          "households", "visit.households");

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");

  private final Sums sums;
  private final Bulletin bulletin;
  private final Reminders reminders;
  private final Surroundings surroundings;
  private final Supplier<Directory> directory;

  /**
   * A writer of reminders.
   *
   * @param sums what records count, with what was summed by hand
   * @param bulletin what places were told besides
   * @param directory as it stands at each moment
   */
  public ReminderPost(
      Sums sums,
      Bulletin bulletin,
      Reminders reminders,
      Surroundings surroundings,
      Supplier<Directory> directory) {
    this.sums = sums;
    this.bulletin = bulletin;
    this.reminders = reminders;
    this.surroundings = surroundings;
    this.directory = directory;
  }

  /**
   * What goes out for a slot.
   *
   * @param seasons with what was declared
   */
  public List<Letter> letters(Slot slot, Seasons seasons) throws Unavailable {
    var now = surroundings.clock().instant();
    var round = new Round(slot, seasons, now, surroundings.with(directory.get()));
    var letters = new ArrayList<Letter>();
    var to = slot.schedule().to();
    for (var group : to.groups(round.around().directory())) {
      var address = round.addresses().of(group.id());
      var there = round.in(group.area());
      if (address.isPresent() && lets(there, group.area())) {
        letters.add(letter(group, address.get(), there));
      }
    }
    for (var person : to.people(round.around().directory())) {
      var address = round.addresses().of(person.id());
      var there = round.in(person.area());
      if (address.isPresent() && lets(there, person.area())) {
        letters.add(letter("p:" + person.id(), address.get(), person.area(), there));
      }
    }
    return letters;
  }

  /** What is the same for all who get it. */
  private record Round(Slot slot, Seasons seasons, Instant now, Surroundings around) {
    Addresses addresses() {
      return new Addresses(around);
    }

    /** The same with the seasons as they are there. */
    Round in(AreaCode area) {
      var path = LocalSeasons.path(area, around.directory());
      return new Round(slot, seasons.there(path), now, around);
    }

    /** Whether the day of the slot is in the right seasons. */
    boolean isInSeason() {
      return slot.schedule().holds().holds(slot.at().atZone(zone()).toLocalDate(), seasons);
    }

    ZoneId zone() {
      return around.clock().getZone();
    }

    LocalDate day() {
      return now.atZone(zone()).toLocalDate();
    }

    /** The season that it is for, and when that is this year. */
    Optional<Span> span() {
      return slot.schedule().holds().seasons().stream()
          .findFirst()
          .flatMap(id -> seasons.in(id, day().getYear()));
    }
  }

  private boolean lets(Round round, AreaCode area) throws Unavailable {
    if (!round.isInSeason()) {
      return false;
    }
    var since = round.day().atStartOfDay(round.zone()).toInstant();
    return bulletin.told(area, since, round.now()).lets(round.slot().schedule());
  }

  /** What is for parents is passed on as it is. */
  private Letter letter(Group group, Addresses.Address to, Round round) throws Unavailable {
    var letter = letter("g:" + group.id(), to, group.area(), round);
    var messages = new ArrayList<>(letter.messages());
    var first = messages.getFirst();
    var said = Unheard.behind(first.part().text(), group, surroundings.wording());
    messages.set(0, first.saying(first.part().saying(said)));
    return new Letter(letter.recipient(), messages);
  }

  private Letter letter(String recipient, Addresses.Address to, AreaCode area, Round round)
      throws Unavailable {
    ReminderText text = reminders.text(round.slot().schedule());
    var messages = new ArrayList<NewOutgoing>();
    messages.add(row(recipient, to, text.station(), area, round, 0));
    if (text.parents().isPresent()) {
      messages.add(row(recipient, to, text.parents().get(), area, round, 1));
    }
    return new Letter(recipient, messages);
  }

  private NewOutgoing row(
      String recipient, Addresses.Address to, Template text, AreaCode area, Round round, int place)
      throws Unavailable {
    Schedule schedule = round.slot().schedule();
    var terms =
        new NewOutgoing.Terms(
            Lane.DIGEST,
            Optional.of(round.now().plus(schedule.expires())),
            Optional.of(new Cause("reminder:" + schedule.id())));
    return new NewOutgoing(
        surroundings.ids().get(),
        to.channel(),
        to.target(),
        new Reply.Part(text.fill(slots(text, area, round)), List.of()),
        "reminder:" + round.slot().key() + ":" + recipient + ":" + place,
        round.now(),
        terms);
  }

  private Map<String, String> slots(Template text, AreaCode area, Round round) throws Unavailable {
    var slots = new HashMap<String, String>();
    var day = round.day();
    slots.put("station", station(area, round.around().directory()));
    slots.put("date", DAY.format(day) + "（" + weekday(day) + "）");
    slots.put("season", season(round));
    var since = round.span().map(Span::start).orElse(day);
    slots.put("since", DAY.format(since));
    var range = new DayRange(since.isAfter(day) ? day : since, day);
    for (var sum : SUMS.entrySet()) {
      if (text.slots().contains(sum.getKey())) {
        long count = sums.total(sum.getValue(), new Scope.InArea(area), range);
        slots.put(sum.getKey(), Long.toString(count));
      }
    }
    return slots;
  }

  private static String station(AreaCode area, Directory directory) {
    return directory.area(area).map(found -> found.name()).orElse(area.text());
  }

  private static String season(Round round) {
    return round.slot().schedule().holds().seasons().stream()
        .findFirst()
        .flatMap(round.seasons()::season)
        .map(season -> season.name())
        .orElse("");
  }

  private static String weekday(LocalDate day) {
    return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.CHINA);
  }
}
