package org.lanshao.command;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.command.Figure.Places.Which;
import org.lanshao.count.FormCount;
import org.lanshao.count.Occasions;
import org.lanshao.count.Source.Stage;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.form.Code;
import org.lanshao.form.Enrolls;
import org.lanshao.form.Follows;
import org.lanshao.form.Form;
import org.lanshao.form.Library;
import org.lanshao.form.Measure;
import org.lanshao.form.Mistakes;
import org.lanshao.form.Opens;
import org.lanshao.form.Option;
import org.lanshao.form.ReportCode;
import org.lanshao.form.ReportText;
import org.lanshao.form.Type;
import org.lanshao.reading.DayRange;
import org.lanshao.reading.DayRanges;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Prefix;

/** Reads what the sentences of reports ask for, in the words of 统计: one number each. */
public final class FigureReader {
  private static final String COVERAGE = "覆盖率";
  private static final String OF = "\\s+占\\s+";
  private static final Map<String, Figure> NOW =
      Map.of(
          "社工站", new Figure.Places(Area.Kind.TOWN),
          "社工点", new Figure.Places(Area.Kind.POINT),
          "新成立社工站", new Figure.Places(Area.Kind.TOWN, Which.FOUNDED),
          "新成立社工点", new Figure.Places(Area.Kind.POINT, Which.FOUNDED),
          "党支部", new Figure.Places(Area.Kind.TOWN, Which.WITH_BRANCH));
  private static final String HOUSEHOLDS = "在册户";
  private static final String PEOPLE = "在册人";

  private static final Map<String, Stage> STAGES =
      Map.of("新开", Stage.OPENED, "办完", Stage.CLOSED, "在办", Stage.OPEN);

  /** Any day: of 今年 only that it can be read matters. */
  private static final LocalDate SOME_DAY = LocalDate.of(2024, 5, 10);

  private final List<Form> forms;
  private final Parts parts;
  private final AreaCode near;

  /** Knows the forms of this library and, to tell them apart from words, these areas. */
  public FigureReader(Directory directory, Library library) {
    forms = library.forms().stream().filter(form -> !form.measures().isEmpty()).toList();
    parts = new Parts(directory, forms);
    near = directory.areas().stream().findFirst().map(Area::code).orElse(new AreaCode(""));
  }

  /** What is asked for, or what is wrong with it. */
  public sealed interface Read {
    /** One number. */
    record Right(Figure figure) implements Read {}

    /** None: what is wrong, and what would be right, as Chinese sentences. */
    record Wrong(Code code, String problem, String remedy) implements Read {}
  }

  /** Keeps what cannot be counted or listed in reports as mistakes, with their lines. */
  public void check(List<ReportText> reports, Mistakes mistakes) {
    var rows = new RowsReader(this);
    for (ReportText report : reports) {
      if (!(DayRanges.read(report.days(), SOME_DAY) instanceof DayRanges.Read.Days)) {
        mistakes.add(
            ReportCode.BAD_DAYS,
            report.at(),
            "days 的值“%s”看不懂。".formatted(report.days()),
            "写 本月、上半年、今年 这样的范围。");
      }
      for (var number : report.numbers()) {
        if (read(number.query(), SOME_DAY) instanceof Read.Wrong(Code code, var what, var right)) {
          mistakes.add(code, number.at(), "{%s}：%s".formatted(number.name(), what), right);
        }
      }
      report.lists().stream()
          .flatMap(list -> list.each().stream())
          .forEach(each -> rows.check(each, SOME_DAY, mistakes));
    }
  }

  /** What a slot asks for; {@code today} is the local day. */
  public Read read(String query, LocalDate today) {
    var words = Prefix.after("统计", query).orElse(query);
    return Optional.ofNullable(NOW.get(Folding.tight(words)))
        .<Read>map(Read.Right::new)
        .or(() -> of(COVERAGE, words, Figure.Covered::new))
        .or(() -> of(HOUSEHOLDS, words, category -> new Figure.OnFile(false, category)))
        .or(() -> of(PEOPLE, words, category -> new Figure.OnFile(true, category)))
        .or(() -> share(words, today))
        .or(() -> matters(words))
        .orElseGet(() -> counted(words, today));
  }

  /** A number of those on file: of all, or of a category that stands behind its name. */
  private Optional<Read> of(
      String name, String words, Function<Optional<String>, Figure> categoryToFigure) {
    return Prefix.after(name, words).map(category -> of(category, categoryToFigure));
  }

  private Read of(String category, Function<Optional<String>, Figure> categoryToFigure) {
    if (category.isEmpty()) {
      return new Read.Right(categoryToFigure.apply(Optional.empty()));
    }
    var options = Enrolls.categories(forms);
    return options.stream()
        .filter(option -> option.label().equals(category) || option.aliases().contains(category))
        .<Read>map(option -> new Read.Right(categoryToFigure.apply(Optional.of(option.id()))))
        .findFirst()
        .orElseGet(
            () ->
                new Read.Wrong(
                    ReportCode.NO_COUNT,
                    "没有“%s”这个类别。".formatted(category),
                    "可以写：%s。"
                        .formatted(
                            options.stream().map(Option::label).collect(Collectors.joining("、")))));
  }

  /** Two numbers of records with 占 between them; what is wrong with the first that is none. */
  private Optional<Read> share(String words, LocalDate today) {
    var each = words.strip().split(OF, 2);
    return each.length < 2
        ? Optional.empty()
        : Optional.of(share(counted(each[0], today), counted(each[1], today)));
  }

  private static Read share(Read part, Read whole) {
    if (part instanceof Read.Right(Figure.Counted one)
        && whole instanceof Read.Right(Figure.Counted all)) {
      return new Read.Right(new Figure.Share(one, all));
    }
    return part instanceof Read.Wrong ? part : whole;
  }

  private Optional<Read> matters(String words) {
    var each = words.strip().split("\\s+", 2);
    var stage = Optional.ofNullable(STAGES.get(each[each.length - 1]));
    return stage.map(
        asked ->
            forms.stream()
                .filter(form -> form.start().contains(each[0]))
                .filter(form -> form.matters().kind().isPresent())
                .<Read>map(form -> new Read.Right(matters(form.number(), asked)))
                .findFirst()
                .orElseGet(() -> noCount("“%s”不会新开、办完。".formatted(each[0]))));
  }

  private Figure matters(String letter, Stage stage) {
    var forms = this.forms.stream().filter(form -> opens(form, letter) || ends(form, letter));
    return new Figure.Matters(letter, stage, forms.toList());
  }

  private static boolean opens(Form form, String letter) {
    return form.number().equals(letter)
        || form.matters().opens().stream().map(Opens::letter).anyMatch(letter::equals);
  }

  private static boolean ends(Form form, String letter) {
    return form.matters().follows().stream()
        .map(Follows::question)
        .flatMap(id -> form.question(id).stream())
        .anyMatch(question -> question.type().equals(new Type.Matter(letter)));
  }

  private Read counted(String words, LocalDate today) {
    var labelled = labelled(words);
    return switch (only(labelled.map(Labelled::rest).orElse(words), today)) {
      case Only.Of of -> measured(of, labelled);
      case Only.None(Read.Wrong wrong) -> wrong;
    };
  }

  /** The one form that words ask for, and of which of its records; or what is wrong with them. */
  sealed interface Only {
    /** These. */
    record Of(Form form, FormCount count, Optional<DayRange> days) implements Only {}

    /** Not one. */
    record None(Read.Wrong wrong) implements Only {}
  }

  /** Which records of which form words ask for. */
  Only only(String words, LocalDate today) {
    var found = parts.of(Folding.fold(words), new Parts.Setting(near, today, Occasions.NONE));
    var wrong = wrong(found);
    if (wrong.isPresent()) {
      return new Only.None(wrong.get());
    }
    var all = new FormCounts(forms, found).all();
    if (all.size() != 1) {
      return new Only.None(noCount("这一项数不出来。"));
    }
    var count = all.getFirst();
    var form = forms.stream().filter(f -> f.id().equals(count.form())).findFirst().orElseThrow();
    return new Only.Of(form, count, days(found));
  }

  private Read measured(Only.Of of, Optional<Labelled> labelled) {
    var count = of.count();
    var form = of.form();
    var possible = count.measures(form);
    var measures =
        labelled
            .map(l -> possible.stream().filter(m -> m.equals(l.measure())).toList())
            .orElse(possible);
    if (measures.isEmpty()) {
      return noCount("这一项数不出来。");
    }
    return measures.size() == 1
        ? new Read.Right(figure(form, count, measures.getFirst(), of.days()))
        : several(form, measures);
  }

  private static Figure figure(
      Form form, FormCount count, Measure measure, Optional<DayRange> days) {
    var one = new FormCount(form.id(), List.of(measure.name()), count.where(), List.of());
    return new Figure.Counted(form, one, measure, days);
  }

  /** A measure by the whole of its label, 人（其他）, and the words without it. */
  private record Labelled(Measure measure, String rest) {}

  private Optional<Labelled> labelled(String words) {
    var each = Arrays.asList(words.strip().split("\\s+"));
    var form = forms.stream().filter(f -> f.start().contains(each.getFirst())).findFirst();
    return form.stream()
        .flatMap(f -> f.measures().stream())
        .filter(measure -> each.contains(measure.label()))
        .map(measure -> new Labelled(measure, without(each, measure.label())))
        .findFirst();
  }

  private static String without(List<String> words, String label) {
    return words.stream().filter(word -> !word.equals(label)).collect(Collectors.joining(" "));
  }

  /** Areas, breakdowns and comparisons belong to whoever asks, not to a number. */
  private Optional<Read.Wrong> wrong(List<Part> found) {
    var unknown = Unknown.word(found);
    if (unknown.isPresent()) {
      return Optional.of(noCount("看不懂“%s”。".formatted(unknown.get())));
    }
    var others =
        found.stream()
            .filter(
                part ->
                    part instanceof Part.OfArea
                        || part instanceof Part.OfBreakdown
                        || part instanceof Part.OfComparison
                        || part instanceof Part.Own
                        || (part instanceof Part.OfDays days
                            && !(days.read() instanceof DayRanges.Read.Days)))
            .map(Part::text)
            .findFirst();
    if (others.isPresent()) {
      return Optional.of(noCount("这里不能写“%s”。".formatted(others.get())));
    }
    return Part.all(found, Part.OfForm.class).isEmpty()
        ? Optional.of(noCount("没有写是哪一张表。"))
        : Optional.empty();
  }

  private Read.Wrong noCount(String problem) {
    var names = forms.stream().map(CountProblems::shortName).collect(Collectors.joining("、"));
    return new Read.Wrong(
        ReportCode.NO_COUNT, problem, "写 表 加 单位，例如 走访 人次。表有：%s。".formatted(names));
  }

  /** The forms that count something. */
  List<Form> forms() {
    return forms;
  }

  private static Read several(Form form, List<Measure> measures) {
    var labels = measures.stream().map(Measure::label).collect(Collectors.joining("、"));
    return new Read.Wrong(
        ReportCode.SEVERAL_NUMBERS,
        "%s有几个数，没有写要哪一个。".formatted(CountProblems.shortName(form)),
        "后面加上一个：%s。".formatted(labels));
  }

  private static Optional<DayRange> days(List<Part> found) {
    return Part.all(found, Part.OfDays.class).stream()
        .flatMap(
            part ->
                part.read() instanceof DayRanges.Read.Days(DayRange range, boolean start)
                    ? Stream.of(range)
                    : Stream.of())
        .findFirst();
  }
}
