package org.lanshao.desk.people;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.count.RangeText;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Area;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Found;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;
import org.lanshao.directory.RoughDay;
import org.lanshao.form.Marks;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.reading.Prefix;

/**
 * 社工站 连滩镇: since when a station works and has a party branch, who leads it, how many work there and
 * what lies in it, by the directory. Without a place the asker's own.
 */
public final class StationCards {
  /** The word that it answers. */
  public static final String STATION = "社工站";

  private final Surroundings surroundings;

  /** By the directory of these surroundings. */
  public StationCards(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** What follows; empty when the words are about something else. */
  public Optional<Decision> decide(Heard heard) {
    var rest = Prefix.after(STATION, heard.text());
    return rest.isEmpty() ? Optional.empty() : answer(rest.get(), heard).map(Decision::say);
  }

  private Optional<Reply> answer(String rest, Heard heard) {
    var wording = surroundings.wording().in(heard.speaker().language());
    if (rest.isEmpty()) {
      var own = directory().area(directory().charge(heard.speaker()));
      return own.map(area -> told(area, wording));
    }
    return switch (directory().find(rest, heard.speaker().area())) {
      case Found.One(Area area) -> Optional.of(told(area, wording));
      case Found.Several(List<Area> several) -> {
        var names = Marks.list(several.stream().map(directory()::fullName), wording);
        yield Optional.of(Reply.of(wording.say(StationWords.SEVERAL, Map.of("names", names))));
      }
      case Found.Nothing nothing -> Optional.empty();
    };
  }

  /** The card of a station or service point; how to ask where the area has none. */
  private Reply told(Area area, Wording wording) {
    boolean station = area.kind() == Area.Kind.TOWN || area.kind() == Area.Kind.POINT;
    if (!station) {
      return Reply.of(wording.say(StationWords.HOW));
    }
    var lines =
        Stream.of(
                Optional.of(founded(area, wording)),
                area.founding().branch().map(d -> branch(d, wording)),
                Optional.of(people(area, wording)),
                places(area, wording))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("\n"));
    var slots = Map.of("name", directory().fullName(area), "lines", lines);
    return Reply.of(wording.say(StationWords.CARD, slots));
  }

  private static String founded(Area area, Wording wording) {
    return area.founding()
        .station()
        .map(d -> wording.say(StationWords.FOUNDED, Map.of("day", day(d, wording))))
        .orElseGet(() -> wording.say(StationWords.UNKNOWN));
  }

  private static String branch(RoughDay day, Wording wording) {
    return wording.say(StationWords.BRANCH, Map.of("day", day(day, wording)));
  }

  /** 2017年, 2017年7月 or 2022年4月4日, as far as it is known. */
  private static String day(RoughDay day, Wording wording) {
    var year = Integer.toString(day.year());
    if (day.day() > 0) {
      return RangeText.dayOfYear(day.first(), wording);
    }
    return day.month() > 0
        ? RangeText.of(YearMonth.from(day.first()), true, wording)
        : wording.say(StationWords.YEAR, Map.of("year", year));
  }

  private String people(Area area, Wording wording) {
    var heads =
        Marks.list(directory().holders(Role.HEAD, area.code()).stream().map(Person::name), wording);
    int workers = directory().holders(Role.WORKER, area.code()).size();
    return wording.say(
        StationWords.PEOPLE,
        Map.of(
            "heads",
            heads.isEmpty() ? wording.say(StationWords.NO_HEAD) : heads,
            "workers",
            Integer.toString(workers)));
  }

  private Optional<String> places(Area area, Wording wording) {
    return area.kind() == Area.Kind.POINT
        ? Optional.empty()
        : Optional.of(
            wording.say(
                StationWords.PLACES,
                Map.of(
                    "points", Long.toString(inside(area, Area.Kind.POINT)),
                    "villages", Long.toString(inside(area, Area.Kind.VILLAGE)))));
  }

  private long inside(Area area, Area.Kind kind) {
    return directory().areas().stream()
        .filter(one -> one.kind() == kind && directory().within(one.code(), area.code()))
        .count();
  }

  /** What 帮助 says of it. */
  public static String help(Wording wording) {
    return wording.say(StationWords.HELP);
  }

  private Directory directory() {
    return surroundings.directory();
  }
}
