package org.lanshao.command;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.lanshao.command.Picture.Along;
import org.lanshao.count.Breakdown;
import org.lanshao.count.CountQuery;
import org.lanshao.count.FormCount;
import org.lanshao.count.RangeText;
import org.lanshao.count.Scope;
import org.lanshao.count.Total;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.form.Form;
import org.lanshao.form.Library;
import org.lanshao.form.Measure;
import org.lanshao.message.Chat;
import org.lanshao.picture.Chart;
import org.lanshao.picture.Chart.Series;
import org.lanshao.picture.Chart.Shape;
import org.lanshao.reading.DayRange;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Counts as charts. Its method asks the store and blocks: call it on a virtual thread. */
public final class CountCharts {
  /** A line through more days than this tells less than one through their months. */
  private static final int MOST_DAYS = 62;

  private final Facts facts;
  private final Sums sums;
  private final Directory directory;
  private final Library library;
  private final CountNames names;
  private final BreakdownCharts breakdowns;

  /** Charts of the forms of this library. */
  public CountCharts(Facts facts, Directory directory, Library library) {
    this.facts = facts;
    this.sums = new Sums(facts, library);
    this.directory = directory;
    this.library = library;
    this.names = new CountNames(directory, library.wording());
    this.breakdowns = new BreakdownCharts(sums, names, library.wording());
  }

  /**
   * A chart of a count: of one that is parted by something its parts; of one form all its measures,
   * of several the first measure of each; what is nothing everywhere is left out unless all is.
   *
   * @param where the name of its scope
   */
  public Chart chart(CountQuery query, Along along, String where, LocalDate today)
      throws Unavailable {
    var parted = parted(query, today);
    if (along == Along.USUAL && parted.isPresent()) {
      var chart = breakdowns.chart(parted.get(), title(query, where, today));
      return chart.noted(CountedSince.text(parted.get(), facts, library.wording()));
    }
    var slices = slices(query, along, today);
    var lines = new ArrayList<Series>();
    for (Line line : lines(query)) {
      var numbers = new ArrayList<Long>();
      for (Slice slice : slices.list()) {
        numbers.add(line.number(slice.query(), sums));
      }
      lines.add(new Series(line.name(), numbers));
    }
    return new Chart(
            title(query, where, today),
            slices.shape(),
            slices.list().stream().map(Slice::label).toList(),
            BreakdownCharts.something(lines))
        .noted(since(query, today));
  }

  /** Since when the numbers of lines are counted, where that is not on all days. */
  private String since(CountQuery query, LocalDate today) throws Unavailable {
    var said = new StringBuilder();
    for (Form form : forms(query)) {
      var shown = lines(query).stream().filter(line -> line.form().equals(form)).toList();
      var names = shown.stream().map(line -> line.measure().name()).toList();
      var count = new FormCount(form.id(), names, shown.getFirst().count().where(), List.of());
      var plain = CountQuery.of(List.of(form.id()), query.scope(), query.range());
      var asked = new Asked(form, count, plain, today, new Chat.Private());
      said.append(CountedSince.text(asked, facts, library.wording()));
    }
    return said.toString();
  }

  /** The one form of a count that is parted by something; empty for other counts. */
  private Optional<Asked> parted(CountQuery query, LocalDate today) {
    var forms = forms(query);
    return forms.size() == 1
        ? query
            .of(forms.getFirst().id())
            .filter(count -> !count.by().isEmpty())
            .map(count -> new Asked(forms.getFirst(), count, query, today, new Chat.Private()))
        : Optional.empty();
  }

  /**
   * Whether a chart tells of so few people of some kind that groups must not see it.
   *
   * @param chart of this count
   */
  public boolean isOnlyForPrivate(CountQuery query, Chart chart) {
    boolean few =
        chart.series().stream()
            .flatMap(series -> series.numbers().stream())
            .anyMatch(number -> Few.isHidden(number, new Chat.Group("")));
    return few && query.forms().stream().anyMatch(this::isOfKind);
  }

  private boolean isOfKind(FormCount count) {
    boolean answers = count.by().stream().anyMatch(Breakdown.ByAnswer.class::isInstance);
    boolean kinds =
        library.forms().stream()
            .filter(form -> form.id().equals(count.form()))
            .flatMap(form -> count.measures(form).stream())
            .anyMatch(measure -> MeasureLabel.of(measure).kind().isPresent());
    return answers || kinds || !count.where().isEmpty();
  }

  private String title(CountQuery query, String where, LocalDate today) {
    var forms = forms(query);
    var name = forms.stream().map(CountProblems::shortName).limit(forms.size() == 1 ? 1 : 0);
    var answers = forms.stream().flatMap(form -> answers(form, query)).distinct();
    var what = Stream.concat(name, answers);
    return Stream.concat(what, Stream.of(where, days(query, today)))
        .collect(Collectors.joining(" "));
  }

  private Stream<String> answers(Form form, CountQuery query) {
    return query.of(form.id()).stream().flatMap(count -> names.answers(form, count.where()));
  }

  private String days(CountQuery query, LocalDate today) {
    return CountAnswers.days(query, today, library.wording());
  }

  private List<Form> forms(CountQuery query) {
    return library.forms().stream()
        .filter(form -> query.of(form.id()).isPresent() && !form.measures().isEmpty())
        .toList();
  }

  /** A measure and what it is called. */
  private record Line(Form form, FormCount count, Measure measure, String name) {
    long number(CountQuery query, Sums sums) throws Unavailable {
      var cut = count.cut(form, measure, query.scope(), query.range(), List.of());
      return sums.count(form, measure, cut).number();
    }
  }

  private List<Line> lines(CountQuery query) {
    var forms = forms(query);
    boolean one = forms.size() == 1;
    return forms.stream()
        .flatMap(form -> query.of(form.id()).stream().flatMap(count -> lines(form, count, one)))
        .toList();
  }

  private static Stream<Line> lines(Form form, FormCount count, boolean all) {
    return count.measures(form).stream()
        .sorted(Total.AS_TOLD)
        .map(measure -> new Line(form, count, measure, name(form, measure, all)))
        .filter(line -> all || line.measure().equals(count.measures(form).getFirst()));
  }

  /** 人次; 宣传人次 beside other forms, whose numbers are something else. */
  private static String name(Form form, Measure measure, boolean alone) {
    return alone ? measure.label() : CountProblems.shortName(form) + measure.label();
  }

  /** A part of a count, and what it is called. */
  private record Slice(String label, CountQuery query) {}

  private record Slices(Shape shape, List<Slice> list) {}

  private Slices slices(CountQuery query, Along along, LocalDate today) {
    var areas = areas(query, today);
    boolean severalDays = !query.range().first().equals(query.range().last());
    return switch (along) {
      case TIME -> times(query, today);
      case AREAS -> new Slices(Shape.BARS, areas);
      case USUAL ->
          areas.size() < 2 && severalDays ? times(query, today) : new Slices(Shape.BARS, areas);
    };
  }

  /** The areas right below the counted one; that one itself where there are none. */
  private List<Slice> areas(CountQuery query, LocalDate today) {
    if (query.scope() instanceof Scope.InAreas(var several)) {
      return several.stream()
          .map(code -> new Slice(name(code), query.in(new Scope.InArea(code))))
          .toList();
    }
    if (!(query.scope() instanceof Scope.InArea(var code))) {
      return List.of(new Slice(days(query, today), query));
    }
    var below =
        directory.areas().stream()
            .filter(area -> area.parent().filter(code::equals).isPresent())
            .filter(area -> area.kind() != Area.Kind.POINT)
            .map(area -> new Slice(area.name(), query.in(new Scope.InArea(area.code()))))
            .toList();
    return below.isEmpty() ? List.of(new Slice(name(code), query)) : below;
  }

  private String name(AreaCode code) {
    return directory.area(code).map(Area::name).orElse(code.text());
  }

  private Slices times(CountQuery query, LocalDate today) {
    long days = query.range().first().datesUntil(query.range().last()).count() + 1;
    return new Slices(
        Shape.LINES, days > MOST_DAYS ? months(query) : days(query, (int) days, today));
  }

  private List<Slice> days(CountQuery query, int count, LocalDate today) {
    return IntStream.range(0, count)
        .mapToObj(query.range().first()::plusDays)
        .map(
            day ->
                new Slice(
                    RangeText.of(day, today, library.wording()), query.on(new DayRange(day, day))))
        .toList();
  }

  private List<Slice> months(CountQuery query) {
    var range = query.range();
    var first = YearMonth.from(range.first());
    long count = first.until(YearMonth.from(range.last()), ChronoUnit.MONTHS) + 1;
    boolean years = range.first().getYear() != range.last().getYear();
    return LongStream.range(0, count)
        .mapToObj(first::plusMonths)
        .map(month -> new Slice(label(month, years), query.on(within(month, range))))
        .toList();
  }

  private String label(YearMonth month, boolean withYear) {
    return RangeText.of(month, withYear, library.wording());
  }

  private static DayRange within(YearMonth month, DayRange range) {
    var first = month.atDay(1).isBefore(range.first()) ? range.first() : month.atDay(1);
    var last = month.atEndOfMonth().isAfter(range.last()) ? range.last() : month.atEndOfMonth();
    return new DayRange(first, last);
  }
}
