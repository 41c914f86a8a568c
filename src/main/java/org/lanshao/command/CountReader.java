package org.lanshao.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lanshao.command.Part.Way;
import org.lanshao.count.Comparison;
import org.lanshao.count.CountQuery;
import org.lanshao.count.Period;
import org.lanshao.count.Scope;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.form.Form;
import org.lanshao.form.Library;
import org.lanshao.message.Reply;
import org.lanshao.reading.DayRange;
import org.lanshao.reading.DayRanges;
import org.lanshao.reading.Folding;

/** Reads what follows 统计 into a count that the asker may see, or into what to say instead. */
final class CountReader {
  /** Longer texts are no commands; this also bounds the work. */
  private static final int LONGEST = 60;

  private final ScopeReader scopes;
  private final List<Form> forms;
  private final Parts parts;
  private final CountProblems problems;
  private final Levels levels;
  private final OccasionReader occasions;

  CountReader(Directory directory, Library library) {
    var permission = new Permission(directory);
    forms = library.forms().stream().filter(form -> !form.measures().isEmpty()).toList();
    var elsewhere = library.languages().values().stream().flatMap(List::stream).toList();
    parts = new Parts(directory, new CountWords(forms, elsewhere));
    problems = new CountProblems(directory, permission, forms, library.wording());
    scopes = new ScopeReader(permission, problems);
    levels = new Levels(directory);
    occasions = new OccasionReader(directory, problems, library.wording());
  }

  Parsed read(String rest, Asking asking) {
    var folded = Folding.fold(rest);
    if (folded.length() > LONGEST) {
      return problem(problems.tooLong(asking.asker()));
    }
    if (forms.isEmpty()) {
      return problem(problems.nothingCounted());
    }
    return read(parts.of(folded, asking.setting()), asking);
  }

  private Parsed read(List<Part> found, Asking asking) {
    return problems
        .unknownWord(found, asking.asker())
        .or(() -> problems.twice(found))
        .or(() -> problems.wrongDays(found))
        .map(CountReader::problem)
        .orElseGet(() -> count(found, asking));
  }

  /** Whether a text is understood without the word 统计, and names what is counted. */
  boolean isClear(String rest, Asking asking) {
    var folded = Folding.fold(rest);
    return folded.length() <= LONGEST
        && !forms.isEmpty()
        && isClear(parts.of(folded, asking.setting()));
  }

  /** Whether a text that asks on from a count is understood. */
  boolean isFollowUp(Utterance said) {
    return !forms.isEmpty() && FollowUp.isClear(parts(said));
  }

  /** A count, and what was asked on from it, one after the other. */
  Parsed read(List<Utterance> said) {
    var found = List.<Part>of();
    for (Utterance one : said) {
      found = FollowUp.merged(found, parts(one));
    }
    return read(found, said.getLast().asking());
  }

  private List<Part> parts(Utterance said) {
    return parts.of(Folding.fold(said.text()), said.asking().setting());
  }

  private static boolean isClear(List<Part> found) {
    return found.stream().noneMatch(Part.Unknown.class::isInstance)
        && found.stream()
            .anyMatch(part -> part instanceof Part.OfForm || part instanceof Part.OfAnswer);
  }

  private Parsed count(List<Part> found, Asking asking) {
    return switch (scopes.read(found, asking.asker(), "统计")) {
      case ScopeReader.Read.Right(Scope scope) -> count(found, scope, asking);
      case ScopeReader.Read.Wrong(Reply reply) -> problem(reply);
    };
  }

  private Parsed count(List<Part> found, Scope scope, Asking asking) {
    var days = days(found, asking.today());
    return switch (occasions.read(found, scope, days, asking)) {
      case OccasionReader.Read.Right right ->
          recognised(found, right, days.fromYearStart(), asking.asker());
      case OccasionReader.Read.Wrong(Reply reply) -> problem(reply);
    };
  }

  private Parsed recognised(
      List<Part> found, OccasionReader.Read.Right about, boolean fromYearStart, Person asker) {
    var scope = about.scope();
    var ranked = levels.ranked(found, scope);
    var made = levels.madeOut(ranked.orElse(found), scope);
    if (made.isEmpty()) {
      return problem(problems.noSuchLevel(found, scope, asker));
    }
    var counted = new FormCounts(forms, made.get());
    var all = counted.all();
    return all.isEmpty()
        ? problem(problems.cannotCount(found, counted.named(), asker))
        : new Parsed.Recognised(
            new Command.Count(
                new CountQuery(
                    all, scope, about.range(), comparison(found), ranked.isPresent(), about.name()),
                fromYearStart,
                Part.all(found, Part.OfMeasure.class).stream().anyMatch(CountUnits::isByHead)));
  }

  private static Comparison comparison(List<Part> found) {
    return Part.all(found, Part.OfComparison.class).stream()
        .map(Part.OfComparison::comparison)
        .findFirst()
        .orElse(Comparison.NONE);
  }

  /**
   * Those that were said; else those that a comparison or a breakdown makes sense of; else today.
   */
  private static DayRanges.Read.Days days(List<Part> found, LocalDate today) {
    return Part.all(found, Part.OfDays.class).stream()
        .map(Part.OfDays::read)
        .filter(DayRanges.Read.Days.class::isInstance)
        .map(DayRanges.Read.Days.class::cast)
        .findFirst()
        .orElseGet(() -> new DayRanges.Read.Days(usual(found, today), false));
  }

  private static DayRange usual(List<Part> found, LocalDate today) {
    var compared = Part.all(found, Part.OfComparison.class).stream().findFirst();
    if (compared.isPresent()) {
      boolean week = compared.get().range().equals("本周");
      return new DayRange((week ? Period.WEEK : Period.MONTH).first(today), today);
    }
    if (Part.all(found, Part.OfBreakdown.class).stream()
        .anyMatch(part -> part.way() instanceof Way.Occasions)) {
      return new DayRange(today.withDayOfYear(1), today);
    }
    Optional<Period> longest =
        Part.all(found, Part.OfBreakdown.class).stream()
            .flatMap(
                part ->
                    part.way() instanceof Way.Time(Period period)
                        ? java.util.stream.Stream.of(period)
                        : java.util.stream.Stream.empty())
            .max(java.util.Comparator.naturalOrder());
    return longest
        .map(
            period ->
                new DayRange(
                    period == Period.MONTH ? today.withDayOfYear(1) : today.withDayOfMonth(1),
                    today))
        .orElse(new DayRange(today, today));
  }

  private static Parsed problem(Reply reply) {
    return new Parsed.Problem(reply);
  }
}
