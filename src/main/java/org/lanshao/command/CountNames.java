package org.lanshao.command;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.count.Breakdown;
import org.lanshao.count.Condition;
import org.lanshao.count.Period;
import org.lanshao.count.RangeText;
import org.lanshao.count.Scope;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Form;
import org.lanshao.form.Option;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;
import org.lanshao.form.Wording;
import org.lanshao.reading.DayRange;

/** What counts are parted by, in words, and the places on the sides of tables. */
final class CountNames {
  private final Directory directory;
  private final Wording wording;

  CountNames(Directory directory, Wording wording) {
    this.directory = directory;
    this.wording = wording;
  }

  Directory directory() {
    return directory;
  }

  /** A form with the answers that alone count: 宣传 防汛. */
  String what(Asked asked) {
    var answers = answers(asked.form(), asked.count().where());
    return Stream.concat(Stream.of(CountProblems.shortName(asked.form())), answers)
        .collect(Collectors.joining(" "));
  }

  /** The answers that alone count, as they are called; none where all do. */
  Stream<String> answers(Form form, List<Condition> where) {
    return where.stream().map(only -> label(form, only.question(), only.value()));
  }

  /** 县区, 目的（可重叠）: with a word about answers that overlap. */
  String name(Asked asked, Breakdown by) {
    return switch (by) {
      case Breakdown.ByLevel(Area.Kind level) -> wording.say(level(level));
      case Breakdown.ByPerson() -> wording.say(CommandWords.BY_PERSON);
      case Breakdown.ByTime(Period period) -> wording.say(period(period));
      case Breakdown.ByOccasion occasions -> overlapping(wording.say(CommandWords.BY_CAMPAIGN));
      case Breakdown.ByAnswer(QuestionId question, List<String> values) ->
          overlaps(asked.form(), by) ? overlapping(label(asked, question)) : label(asked, question);
    };
  }

  private String overlapping(String label) {
    return wording.say(CommandWords.COUNT_OVERLAP, Map.of("label", label));
  }

  private static String label(Asked asked, QuestionId question) {
    return asked.form().question(question).map(Question::label).orElse(question.text());
  }

  /** Whether one record can count at several places. */
  static boolean overlaps(Form form, Breakdown by) {
    return by instanceof Breakdown.ByAnswer(QuestionId question, List<String> values)
        && form.question(question).filter(q -> q.type() instanceof Type.Choices).isPresent();
  }

  private static CommandWords level(Area.Kind level) {
    return switch (level) {
      case CITY, COUNTY -> CommandWords.BY_COUNTY;
      case TOWN -> CommandWords.BY_TOWN;
      case VILLAGE -> CommandWords.BY_VILLAGE;
      case POINT -> CommandWords.BY_POINT;
    };
  }

  private static CommandWords period(Period period) {
    return switch (period) {
      case DAY -> CommandWords.BY_DAY;
      case WEEK -> CommandWords.BY_WEEK;
      case MONTH -> CommandWords.BY_MONTH;
    };
  }

  /** The places on one side of a table, in their order; campaigns are none. */
  Side side(Asked asked, Breakdown by) {
    return switch (by) {
      case Breakdown.ByLevel(Area.Kind level) ->
          Side.of(areas(level, asked.query().scope()), directory::fullName);
      case Breakdown.ByPerson() -> Side.ofPeople(people(asked.query().scope()));
      case Breakdown.ByTime(Period period) ->
          Side.of(
              period,
              period.of(asked.query().range()).stream()
                  .map(days -> Map.entry(key(period, days), name(period, days, asked.today())))
                  .toList());
      case Breakdown.ByOccasion occasions ->
          throw new IllegalStateException("campaigns are asked for one by one");
      case Breakdown.ByAnswer(QuestionId question, List<String> only) ->
          Side.of(
              question,
              values(asked.form(), question, only).stream()
                  .map(value -> Map.entry(value, label(asked.form(), question, value)))
                  .toList());
    };
  }

  private static String key(Period period, DayRange days) {
    return period.first(days.first()).toString();
  }

  private String name(Period period, DayRange days, LocalDate today) {
    return switch (period) {
      case DAY -> RangeText.of(days.first(), today, wording);
      case WEEK -> RangeText.of(days, today, wording);
      case MONTH -> {
        var month = YearMonth.from(days.first());
        yield RangeText.of(month, month.getYear() != today.getYear(), wording);
      }
    };
  }

  private List<Area> areas(Area.Kind level, Scope scope) {
    List<AreaCode> within =
        switch (scope) {
          case Scope.InArea(AreaCode area) -> List.of(area);
          case Scope.InAreas(List<AreaCode> areas) -> areas;
          case Scope.ByPerson(PersonId person) -> List.of(around(person));
        };
    return directory.areas().stream()
        .filter(area -> area.kind() == level)
        .filter(area -> within.stream().anyMatch(one -> directory.within(area.code(), one)))
        .toList();
  }

  /** The county in which somebody works. */
  private AreaCode around(PersonId id) {
    var area = directory.person(id).map(Person::area);
    return area.flatMap(code -> directory.around(code, Area.Kind.COUNTY))
        .map(Area::code)
        .or(() -> area)
        .orElse(new AreaCode(""));
  }

  /** Also those who left: what they filed counts. */
  private List<Person> people(Scope scope) {
    var all = Stream.concat(directory.people().stream(), directory.former().stream()).distinct();
    return switch (scope) {
      case Scope.ByPerson(PersonId own) -> all.filter(person -> person.id().equals(own)).toList();
      case Scope.InArea(AreaCode area) ->
          all.filter(person -> directory.within(person.area(), area)).toList();
      case Scope.InAreas(List<AreaCode> areas) ->
          all.filter(p -> areas.stream().anyMatch(area -> directory.within(p.area(), area)))
              .toList();
    };
  }

  private static List<String> values(Form form, QuestionId question, List<String> only) {
    if (!only.isEmpty()) {
      return only;
    }
    return form.question(question)
        .map(
            asked ->
                switch (asked.type()) {
                  case Type.Choice(List<Option> options) ->
                      options.stream().map(Option::id).toList();
                  case Type.Choices(List<Option> options) ->
                      options.stream().map(Option::id).toList();
                  default -> List.of("yes", "no");
                })
        .orElse(List.of());
  }

  private String label(Form form, QuestionId question, String value) {
    var asked = form.question(question);
    var options =
        asked.map(
            q ->
                switch (q.type()) {
                  case Type.Choice(List<Option> all) -> all;
                  case Type.Choices(List<Option> all) -> all;
                  default -> List.<Option>of();
                });
    var label =
        options.stream()
            .flatMap(List::stream)
            .filter(option -> option.id().equals(value))
            .map(Option::label)
            .findFirst();
    return label.orElseGet(() -> yesOrNo(value) + asked.map(CountWords::bare).orElse(""));
  }

  private String yesOrNo(String value) {
    return wording.say(value.equals("yes") ? CommandWords.COUNT_YES : CommandWords.COUNT_NO);
  }
}
