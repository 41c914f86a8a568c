package org.lanshao.desk.day;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.count.RangeText;
import org.lanshao.desk.talk.Agreeing;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.desk.talk.Effect;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;
import org.lanshao.form.Form;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.reading.DayRange;
import org.lanshao.turn.Facts;
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

  /** By what is told of each day, in the areas of the directory. */
  public DayCommands(Facts facts, Shelf shelf, Surroundings surroundings) {
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
  public static List<String> help(Person person, Wording wording) {
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
  public boolean asks(Heard heard) {
    return asked(heard).filter(asked -> asked.kind() == DayAsked.Kind.CHASE).isPresent();
  }

  /** What follows from these words; empty when they are about something else. */
  public Optional<Decision> decide(Heard heard) throws Unavailable {
    boolean worker = heard.speaker().role() == Role.WORKER;
    if (worker && heard.talk().inHand().isPresent()) {
      return Optional.empty(); // whoever may not ask answers the form
    }
    var asked = asked(heard);
    var form = shelf.day(heard.speaker().language());
    if (asked.isEmpty() || form.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        worker
            ? Decision.say(Reply.of(words(heard).say(DeskWords.HOW_DAYS)))
            : decide(asked.get(), form.get(), heard));
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

  /** The stations of an area and a day. */
  private record Round(Form form, AreaCode area, LocalDate day, List<DayStation> stations) {
    List<DayStation> left() {
      return stations.stream().filter(station -> !station.told()).toList();
    }
  }

  private List<DayStation> stations(Form form, AreaCode area, LocalDate day) throws Unavailable {
    return DayStation.all(form, day, directory(), facts).stream()
        .filter(station -> directory().within(station.area().code(), area))
        .toList();
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
    if (mayChase(heard.speaker()) && left.stream().anyMatch(DayStation::isReachable)) {
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
  private List<String> lines(List<DayStation> stations, Heard heard) {
    boolean named = heard.chat() instanceof Chat.Private;
    var lines = new ArrayList<String>();
    for (DayStation station : stations.stream().limit(MOST).toList()) {
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
        : command + " " + RangeText.of(round.day(), heard.today(), words(heard));
  }

  private Decision chase(Round round, Heard heard) throws Unavailable {
    var answer = Agreeing.word(heard.text());
    if (answer.filter(Agreeing.NO::equals).isPresent()) {
      return say(heard, DayWords.NOT_CHASED, Map.of());
    }
    var left = round.left();
    if (left.stream().noneMatch(DayStation::isReachable)) {
      return Decision.say(Reply.of(list(round, heard)));
    }
    return answer.isPresent() ? chased(round, heard) : preview(round, heard);
  }

  private Decision preview(Round round, Heard heard) {
    var reached = round.left().stream().filter(DayStation::isReachable).toList();
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
    var nudges = new DayNudges(facts, shelf, surroundings);
    for (DayStation station : round.left()) {
      var sent = nudges.rows(station, round.day(), to -> nudge(to, heard));
      count += sent.isEmpty() ? 0 : 1;
      rows.addAll(sent);
    }
    var slots = Map.of("count", Integer.toString(count), "people", Integer.toString(rows.size()));
    return Decision.say(Reply.of(words(heard).say(DayWords.CHASED, slots)))
        .with(rows, Effect.Send::new);
  }

  private String nudge(DayNudges.To to, Heard heard) {
    var slots = new HashMap<>(to.slots());
    slots.put("name", heard.speaker().name());
    slots.put("time", time.format(surroundings.clock().instant()));
    return surroundings
        .wording()
        .in(to.person().language())
        .say(to.times() > 1 ? DayWords.NUDGE_AGAIN : DayWords.NUDGE, slots);
  }

  private String day(LocalDate day, Heard heard) {
    return RangeText.of(new DayRange(day, day), heard.today(), words(heard));
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
