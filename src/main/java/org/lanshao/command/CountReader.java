package org.lanshao.command;

import java.time.LocalDate;
import java.util.List;
import org.lanshao.count.CountQuery;
import org.lanshao.count.Scope;
import org.lanshao.directory.Area;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Found;
import org.lanshao.directory.Person;
import org.lanshao.form.Form;
import org.lanshao.form.FormId;
import org.lanshao.form.Library;
import org.lanshao.message.Reply;
import org.lanshao.reading.DayRange;
import org.lanshao.reading.DayRanges;
import org.lanshao.reading.Folding;

/** Reads what follows 统计 into a count that the asker may see, or into what to say instead. */
final class CountReader {
  /** Longer texts are no commands; this also bounds the work. */
  private static final int LONGEST = 60;

  private final Permission permission;
  private final List<Form> forms;
  private final Parts parts;
  private final CountProblems problems;

  CountReader(Directory directory, Library library) {
    permission = new Permission(directory);
    forms = library.forms().stream().filter(form -> !form.measures().isEmpty()).toList();
    parts = new Parts(directory, forms);
    problems = new CountProblems(directory, permission, forms, library.wording());
  }

  Parsed read(String rest, Person asker, LocalDate today) {
    var folded = Folding.fold(rest);
    if (folded.length() > LONGEST) {
      return problem(problems.tooLong(asker));
    }
    if (forms.isEmpty()) {
      return problem(problems.nothingCounted());
    }
    var found = parts.of(folded, asker.area(), today);
    return problems
        .unknownWord(found, asker)
        .or(() -> problems.twice(found))
        .or(() -> problems.wrongDays(found))
        .map(CountReader::problem)
        .orElseGet(() -> count(found, asker, today));
  }

  private Parsed count(List<Part> found, Person asker, LocalDate today) {
    var days = days(found, today);
    var area = Part.all(found, Part.OfArea.class).stream().findFirst();
    boolean own = !Part.all(found, Part.Own.class).isEmpty();
    if (own || area.isEmpty()) {
      var scope = own ? new Scope.ByPerson(asker.id()) : permission.widest(asker);
      return recognised(found, scope, days);
    }
    return switch (area.get().found()) {
      case Found.One(Area one) when permission.allows(asker, one.code()) ->
          recognised(found, new Scope.InArea(one.code()), days);
      case Found.Several(List<Area> several)
          when several.stream().anyMatch(a -> permission.allows(asker, a.code())) ->
          problem(problems.whichArea(found, area.get(), several));
      case Found.One one -> problem(problems.beyondScope(asker));
      case Found.Several several -> problem(problems.beyondScope(asker));
      case Found.Nothing nothing -> throw new IllegalStateException("an area that is none");
    };
  }

  private Parsed recognised(List<Part> found, Scope scope, DayRanges.Read.Days days) {
    var query = new CountQuery(counted(found), scope, days.range());
    return new Parsed.Recognised(new Command.Count(query, days.fromYearStart()));
  }

  private List<FormId> counted(List<Part> found) {
    var named =
        Part.all(found, Part.OfForm.class).stream().map(Part.OfForm::form).distinct().toList();
    return named.isEmpty() ? forms.stream().map(Form::id).toList() : named;
  }

  private static DayRanges.Read.Days days(List<Part> found, LocalDate today) {
    return Part.all(found, Part.OfDays.class).stream()
        .map(Part.OfDays::read)
        .filter(DayRanges.Read.Days.class::isInstance)
        .map(DayRanges.Read.Days.class::cast)
        .findFirst()
        .orElse(new DayRanges.Read.Days(new DayRange(today, today), false));
  }

  private static Parsed problem(Reply reply) {
    return new Parsed.Problem(reply);
  }
}
