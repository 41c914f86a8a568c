package org.lanshao.desk.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
  }

  private void alone(AreaCode station, Notice notice) {
    var groups = room.groups(station);
    for (Group group : groups) {
      var said = text().group(notice, station, isHeard(group));
      group(
          group,
          mentioning(List.of(notice), said),
          once(notice, 0, Unit.of(station), "g." + group.id()));
    }
    for (PersonId person : people(station, notice, groups)) {
      person(person, station, notice);
    }
  }

  static boolean isHeard(Group group) {
    return !group.hear().isEmpty();
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
    boolean answers = groups.stream().anyMatch(NoticePost::isHeard);
    boolean needed = groups.isEmpty() || (asks == Asks.STATION && !answers);
    return needed ? room.confirmers(station) : List.of();
  }

  private void person(PersonId person, AreaCode station, Notice notice) {
    asking(person, text(person).person(notice, station), notice, unit(person, station, notice), 0);
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

  /** To a station that has not confirmed, with the round and the time. */
  void remind(Notice notice, Unit unit, int round) {
    var station = unit.station();
    if (unit.person().isPresent()) {
      remind(unit.person().get(), notice, unit, round);
      return;
    }
    var groups = room.groups(station);
    for (Group group : groups) {
      var text = text();
      var ending =
          isHeard(group)
              ? text.say(NoticeWords.ENDING_HEARD, text.digits(notice))
              : text.say(NoticeWords.ENDING_UNHEARD);
      var part = new Reply.Part(reminder(text, notice, station, round, ending), List.of());
      group(group, part, once(notice, round, unit, "g." + group.id()));
    }
    room.confirmers(station).forEach(person -> remind(person, notice, unit, round));
  }

  private void remind(PersonId person, Notice notice, Unit unit, int round) {
    var text = text(person);
    var ending = text.say(NoticeWords.ENDING_PERSON, text.digits(notice));
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
   * To somebody above: which of their stations have not confirmed, and whom to call.
   *
   * @param lost those that no message reached
   */
  void above(
      PersonId person, Notice notice, List<AreaCode> stations, Set<AreaCode> lost, int round) {
    var text = text(person);
    var apart =
        stations.stream().collect(Collectors.partitioningBy(lost::contains, Collectors.toList()));
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

  private String names(NoticeText text, List<AreaCode> open, List<AreaCode> lost) {
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

  private static Map<String, String> counted(List<AreaCode> stations, String names) {
    return Map.of("count", Integer.toString(stations.size()), "names", names);
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

  /** To the groups of a station: it has confirmed. */
  void confirmed(String number, AreaCode station, Optional<Group> here) {
    var text = new NoticeText(room, room.wording());
    var said =
        text.say(NoticeWords.CONFIRMED_GROUP, Map.of("number", number, "time", text.time(now)));
    for (Group group : room.groups(station)) {
      if (!here.equals(Optional.of(group))) {
        var once = "notice-ok:" + number + ":" + group.id();
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
