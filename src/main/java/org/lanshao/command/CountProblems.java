package org.lanshao.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.count.RangeText;
import org.lanshao.count.Scope;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.form.Form;
import org.lanshao.form.FormId;
import org.lanshao.form.Marks;
import org.lanshao.form.Question;
import org.lanshao.form.Spelling;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.reading.DayRange;
import org.lanshao.reading.DayRanges;

/** What is said to a 统计 that cannot be counted as it stands: one short sentence each. */
final class CountProblems {
  private static final Pattern TITLE = Pattern.compile("(.+)登记");

  private final Directory directory;
  private final Permission permission;
  private final List<Form> forms;
  private final Wording wording;

  CountProblems(Directory directory, Permission permission, List<Form> forms, Wording wording) {
    this.directory = directory;
    this.permission = permission;
    this.forms = forms;
    this.wording = wording;
  }

  Reply tooLong(Person asker) {
    return say(CommandWords.TOO_LONG, Map.of("example", example(asker)));
  }

  Reply nothingCounted() {
    return say(CommandWords.NOTHING_COUNTED, Map.of());
  }

  /** The first word that is not understood, if any. */
  Optional<Reply> unknownWord(List<Part> found, Person asker) {
    return Unknown.word(found)
        .map(
            word ->
                nearly(word).map(near -> unknown(word, near, asker)).orElse(unknown(word, asker)));
  }

  private Reply unknown(String word, Person asker) {
    var names = Marks.list(forms.stream().map(CountProblems::shortName), wording);
    var slots = Map.of("word", word, "forms", names, "example", example(asker));
    return say(CommandWords.UNKNOWN_WORD, slots);
  }

  private Reply unknown(String word, String near, Person asker) {
    var slots = Map.of("word", word, "near", near, "example", example(asker));
    return say(CommandWords.NEARLY_WORD, slots);
  }

  /** The form or the place that was probably meant; one sign of two must be right. */
  private Optional<String> nearly(String word) {
    var known =
        Stream.concat(
            forms.stream().map(CountProblems::shortName),
            directory.areas().stream().map(Area::name));
    return word.length() < 2
        ? Optional.empty()
        : Spelling.nearest(word, known.filter(name -> sharesASign(name, word)).toList());
  }

  private static boolean sharesASign(String name, String word) {
    return name.chars().anyMatch(sign -> word.indexOf(sign) >= 0);
  }

  /** Two areas or two ranges, if there are. */
  Optional<Reply> twice(List<Part> found) {
    int areas = Part.all(found, Part.OfArea.class).size() + Part.all(found, Part.Own.class).size();
    boolean ranges =
        Part.all(found, Part.OfDays.class).size() > 1
            || Part.all(found, Part.OfOccasion.class).size() > 1;
    return areas > 1
        ? Optional.of(say(CommandWords.ONE_AREA, Map.of()))
        : ranges ? Optional.of(say(CommandWords.ONE_RANGE, Map.of())) : Optional.empty();
  }

  /** A range that means no days, if there is one. */
  Optional<Reply> wrongDays(List<Part> found) {
    return Part.all(found, Part.OfDays.class).stream()
        .flatMap(days -> wrongDays(days.read()).stream())
        .findFirst();
  }

  private Optional<Reply> wrongDays(DayRanges.Read read) {
    return switch (read) {
      case DayRanges.Read.Impossible(String date) ->
          Optional.of(say(CommandWords.NO_SUCH_DAY, Map.of("date", date)));
      case DayRanges.Read.Backwards() -> Optional.of(say(CommandWords.BACKWARDS, Map.of()));
      case DayRanges.Read.Unclear(String said, DayRange example) ->
          Optional.of(
              say(
                  CommandWords.UNCLEAR_DAYS,
                  Map.of(
                      "words", said, "example", RangeText.of(example, example.last(), wording))));
      case DayRanges.Read.Apart(String said, DayRange whole) ->
          Optional.of(
              say(
                  CommandWords.APART_DAYS,
                  Map.of("words", said, "whole", RangeText.of(whole, whole.last(), wording))));
      case DayRanges.Read.Days days -> Optional.empty();
      case DayRanges.Read.Nothing() -> Optional.empty();
    };
  }

  /**
   * Asks which of several areas is meant, each with the words that ask for it.
   *
   * @param command with which they begin: 统计
   */
  Reply whichArea(List<Part> found, Part.OfArea name, List<Area> areas, String command) {
    var choices =
        areas.stream()
            .map(directory::fullName)
            .map(full -> new Reply.Choice(full, words(found, name, full, command)))
            .toList();
    var commands = choices.stream().map(Reply.Choice::say).collect(Collectors.joining("\n"));
    var slots = Map.of("name", name.text(), "commands", commands);
    return Reply.of(wording.say(CommandWords.WHICH_AREA, slots), choices);
  }

  private static String words(List<Part> found, Part.OfArea name, String full, String command) {
    return found.stream()
        .filter(part -> !(part instanceof Part.Filler))
        .map(part -> part.equals(name) ? full : part.text())
        .collect(Collectors.joining(" ", command + " ", ""));
  }

  /** What the asker may ask instead of an area beyond their own. */
  Reply beyondScope(Person asker) {
    return switch (permission.widest(asker)) {
      case Scope.ByPerson own -> say(CommandWords.OWN_ONLY, Map.of("example", example(asker)));
      case Scope.InArea(AreaCode area) ->
          say(CommandWords.BEYOND_SCOPE, Map.of("area", name(area), "example", example(asker)));
    };
  }

  /** To a level that does not lie below what is counted, or people of more than one town. */
  Reply noSuchLevel(List<Part> found, Scope scope, Person asker) {
    boolean people =
        Part.all(found, Part.OfBreakdown.class).stream()
            .anyMatch(part -> part.way() instanceof Part.Way.People);
    var ways = scope instanceof Scope.InArea(AreaCode area) ? name(area) : "";
    return say(
        people ? CommandWords.COUNT_PEOPLE_OF_TOWN : CommandWords.COUNT_NO_LEVEL,
        Map.of("area", ways, "example", people ? ofTown(scope, asker) : example(asker)));
  }

  private String ofTown(Scope scope, Person asker) {
    return directory.areas().stream()
        .filter(area -> area.kind() == Area.Kind.TOWN && scope.holds(area.code(), directory))
        .findFirst()
        .map(town -> example(name(town.code()) + " "))
        .orElseGet(() -> example(asker));
  }

  /** To words that no form, or not the named one, can be counted by. */
  Reply cannotCount(List<Part> found, Set<FormId> named, Person asker) {
    int ways = Part.all(found, Part.OfBreakdown.class).size();
    var form = forms.stream().filter(f -> named.contains(f.id())).findFirst();
    if (form.isEmpty() || ways > 2) {
      return say(CommandWords.COUNT_TWO_AT_MOST, Map.of("example", example(asker)));
    }
    var questions = CountWords.questions(form.get()).stream().map(Question::label).toList();
    var slots =
        Map.of(
            "form", shortName(form.get()),
            "word", words(found),
            "ways", Marks.list(questions.stream(), wording));
    return questions.isEmpty()
        ? say(CommandWords.COUNT_PLAIN_ONLY, slots)
        : say(CommandWords.COUNT_CANNOT, slots);
  }

  private String words(List<Part> found) {
    return Marks.list(
        found.stream()
            .filter(part -> part instanceof Part.OfAnswer || part instanceof Part.OfBreakdown)
            .map(CountProblems::word),
        wording);
  }

  /** 渠道 of 按渠道. */
  private static String word(Part part) {
    return part instanceof Part.OfBreakdown
        ? BreakdownWords.read(part.text()).map(BreakdownWords.Said::word).orElse(part.text())
        : part.text();
  }

  /** A command that the asker may give: 统计 走访 罗定市 本周. */
  String example(Person asker) {
    return example(
        switch (permission.widest(asker)) {
          case Scope.ByPerson own -> "";
          case Scope.InArea(AreaCode code) -> name(code) + " ";
        });
  }

  private String example(String area) {
    var form = forms.stream().findFirst().map(f -> shortName(f) + " ").orElse("");
    return wording.say(CommandWords.COUNT_EXAMPLE, Map.of("what", form + area));
  }

  /** The word by which people call a form: 点位 of 点位登记, else the first that opens it. */
  static String shortName(Form form) {
    var named = TITLE.matcher(form.title());
    return named.matches()
        ? named.group(1)
        : form.start().stream().findFirst().orElse(form.title());
  }

  /** What several areas are called. */
  String names(List<AreaCode> areas) {
    return Marks.list(areas.stream().map(this::name), wording);
  }

  /** An area's whole name. */
  String name(AreaCode area) {
    return directory.area(area).map(directory::fullName).orElse(area.text());
  }

  private Reply say(CommandWords words, Map<String, String> slots) {
    return Reply.of(wording.say(words, slots));
  }
}
