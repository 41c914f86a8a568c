package org.lanshao.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.count.RangeText;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;
import org.lanshao.form.Form;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.reading.DayRange;
import org.lanshao.turn.Cause;
import org.lanshao.turn.Changes.Filing;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Unavailable;

/** Answers 未报, which stations did not tell of a day, and 催报, which tells exactly those to. */
public final class DayCommands {
  /** More lines are more than anybody reads; a city has 63 stations. */
  private static final int MOST = 70;

  private final Facts facts;
  private final Shelf shelf;
  private final Surroundings surroundings;
  private final DateTimeFormatter time;

  DayCommands(Facts facts, Shelf shelf, Surroundings surroundings) {
    this.facts = facts;
    this.shelf = shelf;
    this.surroundings = surroundings;
    this.time = DateTimeFormatter.ofPattern("HH:mm").withZone(surroundings.clock().getZone());
  }

  /** The words that no form may begin with. */
  public static List<String> firstWords() {
    return List.of("未报", "催报");
  }

  /** The lines of 帮助 for somebody. */
  static List<String> help(Person person, Wording wording) {
    if (person.role() == Role.WORKER) {
      return List.of();
    }
    var list = wording.say(DayWords.HELP_LIST);
    return mayChase(person) ? List.of(list, wording.say(DayWords.HELP_CHASE)) : List.of(list);
  }

  private static boolean mayChase(Person person) {
    return switch (person.role()) {
      case TOWN, COUNTY, CITY, ADMIN -> true;
      case WORKER, HEAD, SUPERVISOR, AUDITOR -> false;
    };
  }

  /** Whether words wait for 确认. */
  boolean asks(Heard heard) {
    return asked(heard).filter(asked -> asked.kind() == DayAsked.Kind.CHASE).isPresent();
  }

  /** What follows from these words; empty when they are about something else. */
  Optional<Decision> decide(Heard heard) throws Unavailable {
    var asked = asked(heard);
    var form =
        shelf.current(heard.speaker().language()).stream()
            .filter(one -> one.day().isPresent())
            .findFirst();
    return asked.isEmpty() || form.isEmpty() || heard.speaker().role() == Role.WORKER
        ? Optional.empty()
        : Optional.of(decide(asked.get(), form.get(), heard));
  }

  private Optional<DayAsked> asked(Heard heard) {
    return DayAsked.read(
        Agreeing.without(heard.text()), directory(), heard.speaker().area(), heard.today());
  }

  private Decision decide(DayAsked asked, Form form, Heard heard) throws Unavailable {
    var charge = directory().charge(heard.speaker());
    var area = asked.area().orElse(charge);
    if (!directory().within(area, charge)) {
      return say(heard, DayWords.BEYOND, Map.of("area", name(charge)));
    }
    if (asked.day().isAfter(heard.today())) {
      return say(heard, DayWords.TOO_EARLY, Map.of("day", day(asked.day(), heard)));
    }
    var round = new Round(form, area, asked.day(), stations(form, area, asked.day()));
    return switch (asked.kind()) {
      case LIST -> Decision.say(Reply.of(list(round, heard)));
      case CHASE ->
          mayChase(heard.speaker())
              ? chase(round, heard)
              : say(heard, DayWords.NOT_YOURS, Map.of());
    };
  }

  /**
   * The stations of an area and a day.
   *
   * @param stations all of them
   */
  private record Round(Form form, AreaCode area, LocalDate day, List<Station> stations) {
    List<Station> left() {
      return stations.stream().filter(station -> !station.told()).toList();
    }
  }

  /**
   * A station, and who is to tell of its day: its heads, or where it has none the officers of its
   * town.
   */
  private record Station(Area area, boolean told, List<Person> people) {
    boolean isReachable() {
      return !people.isEmpty();
    }
  }

  /** Every town where somebody works. */
  private List<Station> stations(Form form, AreaCode area, LocalDate day) throws Unavailable {
    var told = facts.stationDays().stations(form.id(), day);
    return directory().areas().stream()
        .filter(one -> one.kind() == Area.Kind.TOWN && directory().within(one.code(), area))
        .filter(one -> isStation(one.code()))
        .map(one -> new Station(one, told.contains(one.code()), tellers(one.code())))
        .toList();
  }

  private boolean isStation(AreaCode town) {
    return !directory().holders(Role.WORKER, town).isEmpty()
        || !directory().holders(Role.HEAD, town).isEmpty();
  }

  private List<Person> tellers(AreaCode town) {
    var heads = directory().holders(Role.HEAD, town);
    return heads.isEmpty() ? directory().holders(Role.TOWN, town) : heads;
  }

  private String list(Round round, Heard heard) {
    var left = round.left();
    var slots =
        Map.of(
            "area", name(round.area()),
            "day", day(round.day(), heard),
            "title", round.form().title(),
            "told", Integer.toString(round.stations().size() - left.size()),
            "left", Integer.toString(left.size()));
    if (left.isEmpty()) {
      return words(heard).say(DayWords.ALL_TOLD, slots);
    }
    var lines = new ArrayList<String>();
    lines.add(words(heard).say(DayWords.LEFT, slots));
    lines.addAll(lines(left, heard));
    if (mayChase(heard.speaker()) && left.stream().anyMatch(Station::isReachable)) {
      lines.add(words(heard).say(DayWords.HOW_CHASE, Map.of("command", command(round, heard))));
    }
    return String.join("\n", lines);
  }

  private static String name(List<Person> people, boolean phones) {
    return people.stream()
        .map(one -> phones ? (one.name() + " " + one.phone()).strip() : one.name())
        .collect(Collectors.joining("、"));
  }

  /** Whom to call is said in private. */
  private List<String> lines(List<Station> stations, Heard heard) {
    boolean named = heard.chat() instanceof Chat.Private;
    var lines = new ArrayList<String>();
    for (Station station : stations.stream().limit(MOST).toList()) {
      var slots =
          Map.of("station", name(station.area().code()), "people", name(station.people(), true));
      var phrase =
          station.people().isEmpty()
              ? DayWords.LINE_NOBODY
              : named ? DayWords.LINE : DayWords.LINE_STATION;
      lines.add(words(heard).say(phrase, slots));
    }
    if (stations.size() > MOST) {
      var more = Integer.toString(stations.size() - MOST);
      lines.add(words(heard).say(DayWords.MORE, Map.of("count", more)));
    }
    return lines;
  }

  private String command(Round round, Heard heard) {
    var command = "催报 " + name(round.area());
    return round.day().equals(heard.today())
        ? command
        : command + " " + RangeText.of(round.day(), heard.today());
  }

  private Decision chase(Round round, Heard heard) throws Unavailable {
    var answer = Agreeing.word(heard.text());
    if (answer.filter(Agreeing.NO::equals).isPresent()) {
      return say(heard, DayWords.NOT_CHASED, Map.of());
    }
    var left = round.left();
    if (left.stream().noneMatch(Station::isReachable)) {
      return Decision.say(Reply.of(list(round, heard)));
    }
    return answer.isPresent() ? chased(round, heard) : preview(round, heard);
  }

  private Decision preview(Round round, Heard heard) {
    var reached = round.left().stream().filter(Station::isReachable).toList();
    var lines = new ArrayList<String>();
    var slots =
        Map.of(
            "count", Integer.toString(reached.size()),
            "day", day(round.day(), heard),
            "title", round.form().title());
    lines.add(words(heard).say(DayWords.CHASE_PREVIEW, slots));
    lines.addAll(lines(round.left(), heard));
    lines.add(words(heard).say(DayWords.CHASE_ASK));
    var command = command(round, heard);
    return Decision.say(
        Reply.of(
            String.join("\n", lines),
            List.of(
                new Reply.Choice(words(heard).say(DayWords.BUTTON_YES), command + " 确认"),
                new Reply.Choice(words(heard).say(DayWords.BUTTON_NO), command + " 取消"))));
  }

  /** Who told meanwhile is left out: what is known now counts, not what was shown. */
  private Decision chased(Round round, Heard heard) throws Unavailable {
    var rows = new ArrayList<NewOutgoing>();
    int count = 0;
    for (Station station : round.left()) {
      var sent = nudges(round, station, heard);
      count += sent.isEmpty() ? 0 : 1;
      rows.addAll(sent);
    }
    var slots = Map.of("count", Integer.toString(count), "people", Integer.toString(rows.size()));
    return Decision.say(Reply.of(words(heard).say(DayWords.CHASED, slots)))
        .with(rows, Effect.Send::new);
  }

  private List<NewOutgoing> nudges(Round round, Station station, Heard heard) throws Unavailable {
    var begin = begin(round, station);
    long times =
        facts.fates(begin).stream().map(fate -> fate.once().split(":", 6)[4]).distinct().count()
            + 1;
    var addresses = new Addresses(surroundings);
    var cause = cause(round.form(), station.area().code(), round.day());
    var now = surroundings.clock().instant();
    var terms = new NewOutgoing.Terms(Lane.NOTICE, Optional.empty(), Optional.of(cause));
    var rows = new ArrayList<NewOutgoing>();
    for (Person person : station.people()) {
      var part = new Reply.Part(nudge(round, station, person, times, heard, now), List.of());
      var once = begin + times + ":" + person.id();
      addresses
          .of(person.id())
          .ifPresent(to -> rows.addAll(new Replies(surroundings).to(to, part, once, now, terms)));
    }
    return rows;
  }

  private String nudge(
      Round round, Station station, Person to, long times, Heard heard, Instant now) {
    var form = round.form();
    var which =
        round.day().equals(heard.today()) ? "" : " " + RangeText.of(round.day(), heard.today());
    var slots =
        Map.of(
            "station", station.area().name(),
            "day", day(round.day(), heard),
            "title", form.title(),
            "command", form.start().getFirst() + which,
            "nothing", form.shorthand().keySet().stream().sorted().toList().getLast() + which,
            "name", heard.speaker().name(),
            "time", time.format(now),
            "times", Long.toString(times));
    return surroundings
        .wording()
        .in(to.language())
        .say(times > 1 ? DayWords.NUDGE_AGAIN : DayWords.NUDGE, slots);
  }

  private static String begin(Round round, Station station) {
    return "chase:%s:%s:%s:".formatted(round.form().id(), station.area().code(), round.day());
  }

  private static Cause cause(Form form, AreaCode station, LocalDate day) {
    return new Cause("chase:%s:%s:%s".formatted(form.id(), station, day));
  }

  /** What ends once these are filed: nobody is told any more to tell of the day. */
  static List<Cause> ended(List<Filing> filings) {
    return filings.stream()
        .filter(Filing::daily)
        .map(Filing::submission)
        .map(one -> new Cause("chase:%s:%s:%s".formatted(one.form(), one.area(), one.day())))
        .toList();
  }

  private static String day(LocalDate day, Heard heard) {
    return RangeText.of(new DayRange(day, day), heard.today());
  }

  private Directory directory() {
    return surroundings.directory();
  }

  private String name(AreaCode area) {
    return directory().area(area).map(directory()::fullName).orElse(area.text());
  }

  private Wording words(Heard heard) {
    return surroundings.wording().in(heard.speaker().language());
  }

  private Decision say(Heard heard, DayWords phrase, Map<String, String> slots) {
    return Decision.say(Reply.of(words(heard).say(phrase, slots)));
  }
}
