package org.lanshao.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.count.Scope;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.form.Library;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.reading.DayRange;
import org.lanshao.reading.DayRanges;
import org.lanshao.reading.Folding;

/** Reads an area and days, in any order: 全市 5月9日-13日. */
public final class SpanReader {
  /** Longer texts are about something else. */
  private static final int LONGEST = 60;

  private final Parts parts;
  private final Permission permission;
  private final CountProblems problems;
  private final ScopeReader scopes;
  private final OccasionReader occasions;
  private final Wording wording;

  /** Knows the areas of this directory. */
  public SpanReader(Directory directory, Library library) {
    parts = new Parts(directory, List.of());
    permission = new Permission(directory);
    problems = new CountProblems(directory, permission, library.forms(), library.wording());
    scopes = new ScopeReader(permission, problems);
    occasions = new OccasionReader(directory, problems, library.wording());
    wording = library.wording();
  }

  /**
   * What was said, by somebody who may see what they ask for.
   *
   * @param command what it follows: the words that ask for a report
   * @param usual of which days when nothing is said
   */
  public Span read(String rest, String command, String usual, Asking asking) {
    var folded = Folding.fold(rest);
    var found = folded.length() > LONGEST ? List.<Part>of() : parts.of(folded, asking.setting());
    var asker = asking.asker();
    var wrong = wrong(folded, found, command, asker);
    if (wrong.isPresent()) {
      return new Span.Not(wrong.get());
    }
    var days = days(found, usual, asking.today());
    return switch (scopes.read(found, asker, command)) {
      case ScopeReader.Read.Right(Scope scope) ->
          switch (occasions.read(found, scope, days, asking)) {
            case OccasionReader.Read.Right(Scope narrow, DayRange range, var name) ->
                new Span.Of(narrow, range, days.fromYearStart() && name.isEmpty());
            case OccasionReader.Read.Wrong(Reply reply) -> new Span.Not(reply);
          };
      case ScopeReader.Read.Wrong(Reply reply) -> new Span.Not(reply);
    };
  }

  private Optional<Reply> wrong(String words, List<Part> found, String command, Person asker) {
    var unknown = words.length() > LONGEST ? Optional.of(words) : unknown(found);
    return unknown
        .map(word -> Map.of("word", word, "example", command + " " + example(asker)))
        .map(slots -> Reply.of(wording.say(CommandWords.SPAN_UNKNOWN, slots)))
        .or(() -> problems.twice(found))
        .or(() -> problems.wrongDays(found));
  }

  private static Optional<String> unknown(List<Part> found) {
    return Unknown.word(found)
        .or(
            () ->
                found.stream()
                    .filter(
                        part ->
                            !(part instanceof Part.OfArea
                                || part instanceof Part.OfDays
                                || part instanceof Part.OfOccasion
                                || part instanceof Part.Filler))
                    .map(Part::text)
                    .findFirst());
  }

  private String example(Person asker) {
    return switch (permission.widest(asker)) {
      case Scope.ByPerson own -> "本月";
      case Scope.InArea(var area) -> problems.name(area) + " 本月";
    };
  }

  /** That the days can be read was made sure, and of the usual ones when the report was read. */
  private static DayRanges.Read.Days days(List<Part> found, String usual, LocalDate today) {
    var said = Part.all(found, Part.OfDays.class).stream().map(Part.OfDays::read).findFirst();
    return said.orElseGet(() -> DayRanges.read(usual, today)) instanceof DayRanges.Read.Days days
        ? days
        : new DayRanges.Read.Days(new DayRange(today, today), false);
  }
}
