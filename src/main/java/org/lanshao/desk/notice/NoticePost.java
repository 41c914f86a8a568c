package org.lanshao.desk.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lanshao.desk.talk.Unheard;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Group;
import org.lanshao.directory.PersonId;
import org.lanshao.message.Extras;
import org.lanshao.message.Reply;
import org.lanshao.notice.Asks;
import org.lanshao.notice.Colour;
import org.lanshao.notice.Level;
import org.lanshao.notice.Notice;
import org.lanshao.notice.Unit;
import org.lanshao.turn.Cause;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewOutgoing.Terms;

/**
 * The messages of notices, as rows. Their {@code once} is {@code notice:<number>:<round>:<key of
 * the unit>:<whom>}: by that it is found who was reached.
 */
public final class NoticePost {
  private final NoticeRoom room;
  private final Instant now;
  private final List<NewOutgoing> rows = new ArrayList<>();

  NoticePost(NoticeRoom room, Instant now) {
    this.room = room;
    this.now = now;
  }

  /** What ends when somebody confirms for a unit: the messages to people that have not left. */
  static Cause cause(String number, Unit unit) {
    return new Cause("notice:" + number + ":" + unit.key());
  }

  /** What the {@code once} of all messages about a notice begin with. */
  public static String begin(String number) {
    return "notice:" + number + ":";
  }

  /** What goes to a station now: one notice, or several that waited, as one message. */
  void station(AreaCode station, List<Notice> notices) {
    if (notices.size() == 1) {
      alone(station, notices.getFirst());
    } else {
      new NoticeDigest(room, this, station, notices).post();
    }
    new NoticeJoint(room, this, station, notices).post();
  }

  private void alone(AreaCode station, Notice notice) {
    var groups = room.groups(station);
    for (Group group : groups) {
      group(group, station, notice, Unit.of(station));
    }
    for (PersonId person : people(station, notice, groups)) {
      person(person, station, notice);
    }
  }

  /** One notice to a group in which this may confirm. */
  void group(Group group, AreaCode station, Notice notice, Unit unit) {
    var said = text().group(notice, station, group);
    var part = mentioning(List.of(notice), said);
    group(group, part, once(notice, 0, unit, "g." + group.id()));
  }

  private NoticeText text() {
    return new NoticeText(room, room.wording());
  }

  private NoticeText text(PersonId person) {
    return new NoticeText(room, room.words(person));
  }

  /** Orange and red alert everybody in the group. */
  static Reply.Part mentioning(List<Notice> notices, String said) {
    return notices.stream().anyMatch(NoticePost::isForAll)
        ? new Reply.Part(said, List.of(), Extras.mentions(List.of(new Extras.Mention.All())))
        : new Reply.Part(said, List.of());
  }

  private static boolean isForAll(Notice notice) {
    return !notice.content().status().isPractice()
        && !NoticeText.isEnd(notice.content())
        && notice.content().first().level() instanceof Level.Signal(Colour colour)
        && colour.compareTo(Colour.ORANGE) <= 0;
  }

  /** Who is written to themselves: where no group can answer, those who confirm. */
  List<PersonId> people(AreaCode station, Notice notice, List<Group> groups) {
    var asks = notice.content().asks();
    if (asks == Asks.WORKER) {
      return room.workers(station);
    }
    return isForPeople(notice, groups) ? room.confirmers(station) : List.of();
  }

  /** Whether people are written to themselves: no group of theirs can answer. */
  static boolean isForPeople(Notice notice, List<Group> groups) {
    boolean answers = groups.stream().anyMatch(Group::isHeard);
    return groups.isEmpty() || (notice.content().asks() != Asks.NONE && !answers);
  }

  private void person(PersonId person, AreaCode station, Notice notice) {
    person(person, notice, unit(person, station, notice));
  }

  /** One notice to somebody who confirms for this. */
  void person(PersonId person, Notice notice, Unit unit) {
    asking(person, text(person).person(notice, unit), notice, unit, 0);
  }

  /** For whom somebody is asked: themselves, or their station. */
  static Unit unit(PersonId person, AreaCode station, Notice notice) {
    return notice.content().asks() == Asks.WORKER ? Unit.of(station, person) : Unit.of(station);
  }

  private void asking(PersonId person, String said, Notice notice, Unit unit, int round) {
    var text = text(person);
    boolean asks = notice.content().asks() != Asks.NONE;
    var button = new Reply.Choice(text.say(NoticeWords.BUTTON_SEEN), "收到 " + notice.number());
    var card = text.say(NoticeWords.CARD, text.naming(notice, unit.station()));
    var ask = asks ? Optional.of(new Ask(card, button)) : Optional.<Ask>empty();
    var terms =
        new Terms(
            Lane.NOTICE,
            Optional.of(notice.content().until()),
            asks ? Optional.of(cause(notice.number(), unit)) : Optional.empty());
    asking(person, said, ask, once(notice, round, unit, "p." + person), terms);
  }

  /**
   * What somebody is asked to press.
   *
   * @param card what the card says above its button
   */
  record Ask(String card, Reply.Choice button) {}

  /** In plain text, the number first; and a button where there are any, on a card of its own. */
  void asking(PersonId person, String said, Optional<Ask> ask, String once, Terms terms) {
    var address = room.addresses().of(person);
    if (address.isEmpty()) {
      return;
    }
    boolean cards = room.hasCards(address.get().channel());
    var buttons = ask.filter(wanted -> !cards).map(Ask::button).stream().toList();
    rows.addAll(room.replies().to(address.get(), new Reply.Part(said, buttons), once, now, terms));
    if (cards && ask.isPresent()) {
      var button = ask.get().button();
      var card = new Reply.Part(ask.get().card() + "\n1 " + button.label(), List.of(button));
      rows.addAll(room.replies().to(address.get(), card, once + ":card", now, terms));
    }
  }

  /** To those who have not confirmed, each group once, with the round and the time. */
  void remind(Notice notice, List<Unit> open, int round) {
    var groupToUnits = new LinkedHashMap<Group, List<Unit>>();
    for (Unit unit : open) {
      room.groups(unit)
          .forEach(group -> groupToUnits.computeIfAbsent(group, g -> new ArrayList<>()).add(unit));
      room.people(unit).forEach(person -> remind(person, notice, unit, round));
    }
    groupToUnits.forEach((group, units) -> remind(group, notice, units, round));
  }

  private void remind(Group group, Notice notice, List<Unit> units, int round) {
    var text = text();
    var ending = text.ending(notice, group, units.stream().flatMap(u -> u.agency().stream()));
    var first = units.getFirst();
    var part = new Reply.Part(reminder(text, notice, first.station(), round, ending), List.of());
    group(group, part, once(notice, round, first, "g." + group.id()));
  }

  private void remind(PersonId person, Notice notice, Unit unit, int round) {
    var text = text(person);
    var ending = text.ending(notice, unit);
    var said = reminder(text, notice, unit.station(), round, ending);
    asking(person, said, notice, unit, round);
  }

  private String reminder(
      NoticeText text, Notice notice, AreaCode station, int round, String ending) {
    var slots = new HashMap<>(text.naming(notice, station));
    slots.put("round", Integer.toString(round));
    slots.put("time", text.time(now));
    slots.put("since", text.time(notice.content().at()));
    slots.put("ending", ending);
    return text.say(NoticeWords.REMIND, slots);
  }

  /**
   * To somebody above: which of their stations and agencies have not confirmed, and whom to call.
   *
   * @param lost those that no message reached
   */
  void above(PersonId person, Notice notice, List<Unit> teams, Set<Unit> lost, int round) {
    var text = text(person);
    var apart =
        teams.stream().collect(Collectors.partitioningBy(lost::contains, Collectors.toList()));
    var slots = new HashMap<>(text.naming(notice, room.charge(person)));
    slots.put("round", Integer.toString(round));
    slots.put("time", text.time(now));
    slots.put(
        "names",
        names(text, apart.getOrDefault(false, List.of()), apart.getOrDefault(true, List.of())));
    tell(
        person,
        text.say(NoticeWords.REMIND_ABOVE, slots),
        "notice-above:" + notice.number() + ":" + round + ":" + person);
  }

  private String names(NoticeText text, List<Unit> open, List<Unit> lost) {
    var parts = new ArrayList<String>();
    if (!open.isEmpty()) {
      var some = NoticeProgress.some(text, open, one -> NoticeProgress.open(room, text, one));
      parts.add(text.say(NoticeWords.ABOVE_OPEN, counted(open, some)));
    }
    if (!lost.isEmpty()) {
      var some = NoticeProgress.some(lost.stream().map(room::name).toList());
      parts.add(text.say(NoticeWords.ABOVE_LOST, counted(lost, some)));
    }
    return String.join("\n", parts);
  }

  private static Map<String, String> counted(List<Unit> teams, String names) {
    return Map.of("count", Integer.toString(teams.size()), "names", names);
  }

  /** Something to somebody, once. */
  void tell(PersonId person, String said, String once) {
    room.addresses()
        .of(person)
        .ifPresent(
            to ->
                rows.addAll(
                    room.replies()
                        .to(to, new Reply.Part(said, List.of()), once, now, Terms.NOTICE)));
  }

  /** To the groups of a station or agency: it has confirmed. */
  void confirmed(String number, Unit unit, Optional<Group> here) {
    var text = text();
    var agency = unit.agency().map(one -> one.name() + " ").orElse("");
    var slots = Map.of("number", number, "agency", agency, "time", text.time(now));
    var said = text.say(NoticeWords.CONFIRMED_GROUP, slots);
    for (Group group : room.groups(unit)) {
      if (!here.equals(Optional.of(group))) {
        var once = "notice-ok:" + number + ":" + unit.key() + ":" + group.id();
        group(group, new Reply.Part(said, List.of()), once);
      }
    }
  }

  void group(Group group, Reply.Part part, String once) {
    var said = part.saying(Unheard.behind(part.text(), group, room.wording()));
    room.addresses()
        .of(group.id())
        .ifPresent(to -> rows.addAll(room.replies().to(to, said, once, now, Terms.NOTICE)));
  }

  /**
   * What the {@code once} of a message tells.
   *
   * @param key of the unit that it is for
   * @param whom it goes to: a group or somebody
   */
  record Once(int round, String key, String whom) {
    static Once read(String once) {
      var parts = once.split(":");
      return new Once(Integer.parseInt(parts[2]), parts[3], parts[4]);
    }

    boolean isToGroup() {
      return whom.startsWith("g.");
    }

    /** Whether it is of the notice itself, not of a reminder. */
    boolean isFirst() {
      return round == 0;
    }
  }

  static String once(Notice notice, int round, Unit unit, String whom) {
    return begin(notice.number()) + round + ":" + unit.key() + ":" + whom;
  }

  List<NewOutgoing> rows() {
    return rows;
  }
}
