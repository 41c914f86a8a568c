package org.lanshao.desk.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.lanshao.command.CountedSince;
import org.lanshao.command.Figure;
import org.lanshao.command.Span;
import org.lanshao.command.Sums;
import org.lanshao.count.Axis;
import org.lanshao.count.Cut;
import org.lanshao.count.FormCount;
import org.lanshao.count.Scope;
import org.lanshao.count.Source;
import org.lanshao.desk.register.FileMet;
import org.lanshao.desk.register.FileTalk;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Area;
import org.lanshao.directory.Directory;
import org.lanshao.form.Form;
import org.lanshao.form.Library;
import org.lanshao.reading.DayRange;
import org.lanshao.register.Categories;
import org.lanshao.register.Household;
import org.lanshao.register.Register;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Asks for the numbers of reports. Its methods block: call them on virtual threads. */
final class ReportNumbers {
  private final Facts facts;
  private final Directory directory;
  private final Register register;
  private final List<Form> forms;
  private final Sums sums;

  ReportNumbers(Facts facts, Surroundings surroundings, Library library) {
    this.facts = facts;
    this.directory = surroundings.directory();
    this.register = surroundings.register();
    this.forms = library.forms();
    this.sums = new Sums(facts, library);
  }

  /** What the store is asked for a number that records count. */
  static Cut cut(Figure.Counted figure, Span.Of span) {
    var days = figure.days().orElse(span.range());
    return figure.count().cut(figure.form(), figure.measure(), span.scope(), days, List.of());
  }

  /** One number. */
  long count(Source source) throws Unavailable {
    return now(facts, source);
  }

  /** A number that records count, with what other forms add to it. */
  long count(Figure.Counted figure, Span.Of span) throws Unavailable {
    return sums.count(figure.form(), figure.measure(), cut(figure, span)).number();
  }

  /** Since which day a number is counted; empty when it is on all its days. */
  Optional<LocalDate> since(Figure.Counted figure, Span.Of span) throws Unavailable {
    return CountedSince.day(figure, figure.days().orElse(span.range()), facts);
  }

  /** What is asked of other forms to know what they add to a number. */
  List<Sums.Addition> added(Figure.Counted figure, Cut cut) {
    return sums.additions(figure.form(), figure.measure(), cut);
  }

  /** How many in ten thousand of the households on file were visited; -1 when none is on file. */
  long covered(Figure.Covered covered, Span.Of span) throws Unavailable {
    var categories = FileTalk.categories(forms);
    var filed =
        register
            .lived()
            .filter(one -> span.scope().holds(one.area(), directory))
            .filter(one -> belongs(one, covered, categories, span.range()))
            .map(Household::number)
            .toList();
    var met = new FileMet(facts, register).on(span.range());
    return filed.isEmpty()
        ? -1
        : filed.stream().filter(met::contains).count() * 10_000 / filed.size();
  }

  private static boolean belongs(
      Household one, Figure.Covered covered, Categories categories, DayRange range) {
    return covered.category().isEmpty()
        || covered.category().get().equals(categories.primary(one, range.last()));
  }

  /** How many households or people are on file. */
  long onFile(Figure.OnFile figure, Span.Of span, LocalDate today) {
    var filed = new Filed(span.scope(), directory, FileTalk.categories(forms));
    return register.households().stream().mapToLong(one -> filed.part(figure, one, today)).sum();
  }

  /** How many places of a level lie in what is asked about. */
  long places(Figure.Places places, Span.Of span) {
    return directory.areas().stream()
        .filter(area -> area.kind() == places.kind() && span.scope().holds(area.code(), directory))
        .filter(area -> meant(area, places.which(), span.range()))
        .count();
  }

  private static boolean meant(Area area, Figure.Places.Which which, DayRange days) {
    return switch (which) {
      case ALL -> true;
      case FOUNDED -> area.founding().station().filter(d -> days.holds(d.first())).isPresent();
      case WITH_BRANCH ->
          area.founding().branch().filter(d -> !d.first().isAfter(days.last())).isPresent();
    };
  }

  /** What the store is asked for a number of matters. */
  static Source matters(Figure.Matters figure, Span.Of span) {
    return new Source.OfMatters(figure.letter(), figure.stage(), span.scope(), span.range());
  }

  /** A number that is kept, as it is now. */
  static long now(Facts facts, Source source) throws Unavailable {
    return switch (source) {
      case Source.OfRecords(Cut cut) -> facts.count(cut).number();
      case Source.OfMatters(String letter, var stage, Scope scope, DayRange days) ->
          facts.matters().count(letter, scope, days).of(stage);
    };
  }

  /**
   * Which towns of an area have any record on these days, and which have none.
   *
   * @param silent in the order of the directory
   */
  record Stations(List<Area> reported, List<Area> silent) {
    int all() {
      return reported.size() + silent.size();
    }

    /** Whether there are some, and none has any. */
    boolean areSilent() {
      return reported.isEmpty() && !silent.isEmpty();
    }
  }

  /** The whole name of a station's town: two counties may have one of the same. */
  String name(Area station) {
    return directory.fullName(station);
  }

  /** Below a town there are no stations: then both are empty. */
  Stations stations(Span.Of span) throws Unavailable {
    var towns =
        directory.areas().stream()
            .filter(
                area -> area.kind() == Area.Kind.TOWN && span.scope().holds(area.code(), directory))
            .toList();
    var reported = new HashSet<String>();
    if (!towns.isEmpty()) {
      for (Form form : forms) {
        reported.addAll(withRecords(form, towns, span));
      }
    }
    var silent = new ArrayList<Area>(towns);
    silent.removeIf(town -> reported.contains(town.code().text()));
    var others = new ArrayList<>(towns);
    others.removeAll(silent);
    return new Stations(List.copyOf(others), List.copyOf(silent));
  }

  private List<String> withRecords(Form form, List<Area> towns, Span.Of span) throws Unavailable {
    if (form.measures().isEmpty()) {
      return List.of();
    }
    var codes = new Axis.Areas(towns.stream().map(Area::code).toList());
    var first = form.measures().getFirst();
    var count = FormCount.all(form.id());
    var cells = facts.count(count.cut(form, first, span.scope(), span.range(), List.of(codes)));
    return cells.keysToNumber().keySet().stream().map(List::getFirst).toList();
  }
}
