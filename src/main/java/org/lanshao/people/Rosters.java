package org.lanshao.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Edit;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Proposal;
import org.lanshao.reading.ComingDays;
import org.lanshao.reading.DayRange;
import org.lanshao.turn.Unavailable;

/** 排班: who has duty on which days, in one line for a range of days or pasted with a line a day. */
final class Rosters {
  private static final int MOST_DAYS = 62;
  private static final int DAY_WORDS = 3;

  private final Previews previews;

  Rosters(Previews previews) {
    this.previews = previews;
  }

  /** 排班 连滩镇 12月1日-7日 陈小雨 李大山. */
  Outcome plan(Said said, String rest) throws Unavailable {
    var lines = rest.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty()) {
      return said.reply(PeopleWords.ROSTER_HOW);
    }
    var first = Line.of(lines.getFirst(), said);
    var area = area(said, first.before());
    return switch (area) {
      case Where.Not(Outcome outcome) -> outcome;
      case Where.At(AreaCode code) -> {
        var days = new ArrayList<Line>();
        if (first.days().isPresent()) {
          days.add(first);
        } else if (lines.size() == 1) {
          yield said.reply(PeopleWords.ROSTER_NO_DAY, Map.of("line", lines.getFirst()));
        }
        lines.stream().skip(1).map(line -> Line.of(line, said)).forEach(days::add);
        yield plan(said, code, days);
      }
    };
  }

  private Outcome plan(Said said, AreaCode area, List<Line> lines) throws Unavailable {
    var dayToPeople = new java.util.TreeMap<LocalDate, List<PersonId>>();
    for (Line line : lines) {
      var problem = add(said, area, line, dayToPeople);
      if (problem.isPresent()) {
        return problem.get();
      }
    }
    if (dayToPeople.size() > MOST_DAYS) {
      return said.reply(PeopleWords.ROSTER_TOO_LONG, Map.of("most", Integer.toString(MOST_DAYS)));
    }
    var edits =
        dayToPeople.entrySet().stream()
            .<Edit>map(day -> new Edit.Roster(area, day.getKey(), day.getValue()))
            .toList();
    var names = new Names(said.directory(), area);
    var slots = Map.of("area", names.where(area), "lines", lines(said, area, dayToPeople));
    return previews.show(
        said,
        new Previews.Plan(Proposal.Kind.ROSTER, area, area.text(), edits),
        said.say(PeopleWords.ROSTER_PREVIEW, slots));
  }

  /** What is wrong with a line, or empty once its days are added. */
  private static Optional<Outcome> add(
      Said said, AreaCode area, Line line, SequencedMap<LocalDate, List<PersonId>> into) {
    if (line.days().isEmpty()) {
      return Optional.of(said.reply(PeopleWords.ROSTER_NO_DAY, Map.of("line", line.text())));
    }
    DayRange days = line.days().get();
    if (days.first().isBefore(said.directory().duty().day(said.now()))) {
      return Optional.of(
          said.reply(PeopleWords.ROSTER_PAST, Map.of("day", Days.text(days.first()))));
    }
    if (days.first().plusDays(MOST_DAYS).isBefore(days.last())) {
      return Optional.of(
          said.reply(PeopleWords.ROSTER_TOO_LONG, Map.of("most", Integer.toString(MOST_DAYS))));
    }
    var people = new ArrayList<PersonId>();
    var problem = people(said, area, line, people);
    for (var day = days.first(); !day.isAfter(days.last()); day = day.plusDays(1)) {
      into.put(day, people);
    }
    return problem;
  }

  private static Optional<Outcome> people(
      Said said, AreaCode area, Line line, List<PersonId> into) {
    var names = new Names(said.directory(), area);
    var found = names.people(line.people(), among(said, area));
    if (found.isEmpty()) {
      return Optional.of(
          line.people().isBlank()
              ? said.reply(PeopleWords.ROSTER_NO_PEOPLE, Map.of("line", line.text()))
              : said.reply(PeopleWords.NOBODY, Map.of("name", line.people())));
    }
    for (Names.Which<Person> which : found) {
      switch (which) {
        case Names.Which.One<Person>(Person person, String rest) -> {
          if (!rest.replaceAll("[\\s,，、;；和与及:：。]", "").isEmpty()) {
            return Optional.of(said.reply(PeopleWords.NOBODY, Map.of("name", rest.strip())));
          }
          if (!into.contains(person.id())) {
            into.add(person.id());
          }
        }
        case Names.Which.Several<Person>(String name, List<Person> all, String rest) -> {
          return Optional.of(Moves.whichPerson(said, name, all, ""));
        }
        case Names.Which.Nothing<Person>(String name) -> {
          return Optional.of(said.reply(PeopleWords.NOBODY, Map.of("name", name)));
        }
      }
    }
    return Optional.empty();
  }

  /** The people of the area, and those in the speaker's charge. */
  private static List<Person> among(Said said, AreaCode area) {
    var directory = said.directory();
    var charge = directory.charge(said.speaker());
    var there = directory.people().stream().filter(p -> directory.within(p.area(), area)).toList();
    var all = new ArrayList<>(there);
    directory.people().stream()
        .filter(p -> directory.within(p.area(), charge) && !there.contains(p))
        .filter(p -> there.stream().noneMatch(t -> t.name().equals(p.name())))
        .forEach(all::add);
    return all;
  }

  private static String lines(
      Said said, AreaCode area, Map<LocalDate, List<PersonId>> dayToPeople) {
    return dayToPeople.entrySet().stream()
        .map(day -> line(said, area, day.getKey(), day.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String line(Said said, AreaCode area, LocalDate day, List<PersonId> people) {
    var before = said.directory().duty().rostered(area, day);
    var slots = new LinkedHashMap<String, String>();
    slots.put("day", Days.text(day));
    slots.put("names", names(said, people));
    slots.put("before", names(said, before));
    return said.say(
        before.isEmpty() || before.equals(people)
            ? PeopleWords.ROSTER_LINE
            : PeopleWords.ROSTER_CHANGED_LINE,
        slots);
  }

  static String names(Said said, List<PersonId> people) {
    return people.stream()
        .flatMap(id -> said.directory().person(id).stream())
        .filter(person -> !person.left())
        .map(Person::name)
        .collect(Collectors.joining("、"));
  }

  /** Which area is meant, or what to say instead. */
  sealed interface Where {
    record At(AreaCode area) implements Where {}

    record Not(Outcome outcome) implements Where {}
  }

  /** The area that words name, or the speaker's own; it has to be in their charge. */
  static Where area(Said said, String words) {
    var directory = said.directory();
    if (words.isBlank()) {
      return new Where.At(directory.charge(said.speaker()));
    }
    return switch (new Names(directory, said.speaker().area()).place(words)) {
      case Names.Which.Nothing<Area>(String name) ->
          new Where.Not(said.reply(PeopleWords.NO_PLACE, Map.of("name", words.strip())));
      case Names.Which.Several<Area>(String name, List<Area> all, String rest) -> {
        var mine =
            all.stream()
                .filter(a -> new PeopleRights(directory).runs(said.speaker(), a.code()))
                .toList();
        yield mine.size() == 1
            ? new Where.At(mine.getFirst().code())
            : new Where.Not(Moves.whichPlace(said, name, all, ""));
      }
      case Names.Which.One<Area>(Area area, String rest) ->
          new PeopleRights(directory).runs(said.speaker(), area.code())
              ? new Where.At(area.code())
              : new Where.Not(
                  said.reply(PeopleWords.BEYOND_YOU, Map.of("area", directory.fullName(area))));
    };
  }

  /**
   * A line of a plan.
   *
   * @param before what stands before the days
   * @param people what stands behind them
   */
  private record Line(String text, String before, Optional<DayRange> days, String people) {
    static Line of(String text, Said said) {
      var words = Arrays.asList(text.split("[\\s,，、：:]+"));
      for (int from = 0; from < words.size(); from++) {
        for (int to = Math.min(words.size(), from + DAY_WORDS); to > from; to--) {
          var days =
              ComingDays.read(String.join("", words.subList(from, to)), said.now().toLocalDate());
          if (days.isPresent()) {
            return new Line(
                text,
                String.join(" ", words.subList(0, from)),
                days,
                String.join(" ", words.subList(to, words.size())));
          }
        }
      }
      return new Line(text, text, Optional.empty(), "");
    }
  }
}
