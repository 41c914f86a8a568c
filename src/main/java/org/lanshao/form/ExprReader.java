package org.lanshao.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an expression and fits it to the types of the questions. What is wrong is kept as a mistake
 * with its position; what comes back then always holds.
 */
final class ExprReader {
  private static final Map<String, Boolean> YES_NO =
      Map.of("yes", true, "no", false, "true", true, "false", false);

  private final Known known;
  private final String key;
  private final Line at;
  private final Mistakes mistakes;

  private ExprReader(Known known, String key, Line at, Mistakes mistakes) {
    this.known = known;
    this.key = key;
    this.at = at;
    this.mistakes = mistakes;
  }

  /**
   * Reads a condition.
   *
   * @param key the key that it stands under, for mistakes
   */
  static Expr condition(String text, String key, Line at, Known known, Mistakes mistakes) {
    return read(text, new ExprReader(known, key, at, new Mistakes()), false, mistakes)
        .orElse(Expr.ALWAYS);
  }

  /**
   * Reads a number: a sum, a difference, a count.
   *
   * @param key as for {@link #condition}
   */
  static Expr number(String text, String key, Line at, Known known, Mistakes mistakes) {
    return read(text, new ExprReader(known, key, at, new Mistakes()), true, mistakes)
        .orElse(literal(new Value.Whole(0)));
  }

  /** Empty when anything is wrong. */
  private static Optional<Expr> read(
      String text, ExprReader reader, boolean number, Mistakes mistakes) {
    var read = ExprSyntax.read(text);
    var wrong = read.wrong();
    wrong.ifPresent(
        one ->
            reader.wrong(
                FormCode.CONDITION_SYNTAX,
                one.position(),
                one.text(),
                one.problem(),
                one.remedy()));
    Optional<Expr> expression =
        wrong.isPresent()
            ? Optional.empty()
            : Optional.of(
                number
                    ? new ExprNumber(reader).read(read.sketch())
                    : reader.condition(read.sketch()));
    mistakes.addAll(reader.mistakes.sorted());
    return expression.filter(one -> reader.mistakes.isEmpty());
  }

  private Expr condition(ExprSketch sketch) {
    return switch (sketch) {
      case ExprSketch.Any(List<ExprSketch> parts, int position) -> new Expr.Or(conditions(parts));
      case ExprSketch.All(List<ExprSketch> parts, int position) -> new Expr.And(conditions(parts));
      case ExprSketch.Not(ExprSketch part, int position) -> new Expr.Not(condition(part));
      case ExprSketch.Word word -> yesNo(word);
      case ExprSketch.Answered(ExprSketch.Word question, int position) ->
          type(question).isPresent() ? new Expr.Answered(id(question)) : Expr.ALWAYS;
      case ExprSketch.Compare compare -> new ExprComparison(this).read(compare);
      case ExprSketch.Has has -> has(has);
      case ExprSketch.Quoted(String text, int position) -> notCondition(position, text);
      case ExprSketch.Digits(long number, int position) -> notCondition(position, "" + number);
      case ExprSketch.Fraction(var number, int position) -> notCondition(position, "" + number);
      case ExprSketch.Sum sum -> notCondition(sum.position(), "");
      case ExprSketch.Size size -> notCondition(size.position(), "");
      case ExprSketch.Arithmetic arithmetic -> notCondition(arithmetic.position(), "");
      case ExprSketch.Broken broken -> Expr.ALWAYS;
    };
  }

  private List<Expr> conditions(List<ExprSketch> parts) {
    return parts.stream().map(this::condition).toList();
  }

  private Expr notCondition(int position, String text) {
    return wrong(FormCode.NOT_A_CONDITION, position, text, "这不是条件。", "写成比较，例如 people > 5。");
  }

  /** Whether a condition is a yes or no that was written out, and looks at nothing. */
  static boolean isConstant(String text) {
    return YES_NO.containsKey(text.strip());
  }

  /** Whether a word is the id of a question that could be read. */
  boolean isQuestion(ExprSketch.Word word) {
    return known.types().containsKey(word.text());
  }

  /** Whether a word is a yes-no constant and no question is called so. */
  boolean isYesNo(ExprSketch.Word word) {
    return YES_NO.containsKey(word.text()) && !known.types().containsKey(word.text());
  }

  /** A word that stands alone for a condition or one side of a comparison of yes and no. */
  Expr yesNo(ExprSketch.Word word) {
    if (isYesNo(word)) {
      return literal(new Value.YesNo(YES_NO.getOrDefault(word.text(), true)));
    }
    var type = type(word);
    if (type.isEmpty()) {
      return Expr.ALWAYS;
    }
    return switch (type.get()) {
      case Type.YesNo() -> new Expr.Answer(id(word));
      case Type.Whole whole -> notYesNo(word, word.text() + " > 1");
      case Type.Choice(List<Option> options) ->
          notYesNo(word, word.text() + " = " + first(options));
      case Type.Choices(List<Option> options) ->
          notYesNo(word, word.text() + " has " + first(options));
      case Type.Decimal decimal -> notYesNo(word, word.text() + " > 1");
      case Type.Computed computed -> notYesNo(word, word.text() + " > 1");
      case Type.Group group -> notYesNo(word, "count(" + word.text() + ") > 1");
      case Type.Photos photos -> notYesNo(word, "answered(" + word.text() + ")");
      case Type.Text text -> notYesNo(word, "answered(" + word.text() + ")");
      case Type.Date date -> notYesNo(word, "answered(" + word.text() + ")");
      case Type.Time time -> notYesNo(word, "answered(" + word.text() + ")");
      case Type.DateTime dateTime -> notYesNo(word, "answered(" + word.text() + ")");
      case Type.Place place -> notYesNo(word, "answered(" + word.text() + ")");
      case Type.Person person -> notYesNo(word, "answered(" + word.text() + ")");
      case Type.Household household -> notYesNo(word, "answered(" + word.text() + ")");
      case Type.Phone phone -> notYesNo(word, "answered(" + word.text() + ")");
      case Type.IdNumber idNumber -> notYesNo(word, "answered(" + word.text() + ")");
      case Type.File file -> notYesNo(word, "answered(" + word.text() + ")");
      case Type.Location location -> notYesNo(word, "answered(" + word.text() + ")");
      case Type.Matter matter -> notYesNo(word, "answered(" + word.text() + ")");
      case Type.Note note ->
          wrong(
              FormCode.NOTE_HAS_NO_ANSWER,
              word.position(),
              word.text(),
              "note 没有回答，不能写进条件。",
              "换一个问题。");
    };
  }

  private Expr notYesNo(ExprSketch.Word word, String example) {
    return wrong(
        FormCode.NOT_YES_NO, word.position(), word.text(), "它不是 yes-no 问题，不能这样用。", "例如 " + example);
  }

  private Expr has(ExprSketch.Has has) {
    if (!(has.left() instanceof ExprSketch.Word question)) {
      return wrong(
          FormCode.HAS_NEEDS_CHOICES,
          has.position(),
          "",
          "has 左边要写问题的 id。",
          "例如 purpose has flood");
    }
    var type = type(question);
    if (type.isEmpty()) {
      return Expr.ALWAYS;
    }
    if (!(type.get() instanceof Type.Choices(List<Option> options))) {
      return wrong(
          FormCode.HAS_NEEDS_CHOICES,
          question.position(),
          question.text(),
          "has 只用于 choices 问题。",
          "单选和数字用 =，例如 kind = fire");
    }
    return option(has.right(), options)
        .<Expr>map(option -> new Expr.Has(id(question), option))
        .orElse(Expr.ALWAYS);
  }

  Optional<String> option(ExprSketch sketch, List<Option> options) {
    var word =
        switch (sketch) {
          case ExprSketch.Word(String text, int position) -> text;
          case ExprSketch.Quoted(String text, int position) -> text;
          case ExprSketch.Digits(long number, int position) -> "" + number;
          default -> "";
        };
    var ids = options.stream().map(Option::id).toList();
    if (ids.contains(word)) {
      return Optional.of(word);
    }
    var meant = options.stream().filter(option -> named(option, word)).map(Option::id).findFirst();
    wrong(
        FormCode.NO_SUCH_OPTION,
        sketch.position(),
        word,
        "没有这个选项。",
        meant.map(id -> "条件里写选项的 id：%s。".formatted(id)).orElse(Spelling.remedy(word, ids)));
    return Optional.empty();
  }

  private static boolean named(Option option, String word) {
    return option.label().equals(word) || option.aliases().contains(word);
  }

  /** The type of a question; empty when there is none, which is told unless it was told before. */
  Optional<Type> type(ExprSketch.Word word) {
    var type = Optional.ofNullable(known.types().get(word.text()));
    var inside = type.isEmpty() ? known.inside(word.text()) : Optional.<Expr.Across>empty();
    if (inside.isPresent()) {
      var group = inside.get().group();
      wrong(
          FormCode.INSIDE_A_GROUP,
          word.position(),
          word.text(),
          "%s 里每一个都有自己的回答。".formatted(group),
          known.number(inside.get())
              ? "合起来写 sum(%s.%s)，有几个写 count(%s)。".formatted(group, inside.get().question(), group)
              : "它不是数字，不能合起来；有几个写 count(%s)。".formatted(group));
      return type;
    }
    if (type.isEmpty() && !known.broken().contains(word.text())) {
      wrong(
          FormCode.NO_SUCH_QUESTION,
          word.position(),
          word.text(),
          "没有这个问题。",
          Spelling.remedy(word.text(), known.names()));
    }
    return type;
  }

  /** The number question {@code b} of the group {@code a} that {@code a.b} names, if any. */
  Optional<Expr.Across> across(ExprSketch.Word word) {
    return known
        .inside(word.text())
        .filter(across -> word.text().contains("."))
        .filter(across -> known.number(across));
  }

  Expr wrong(Code code, int position, String text, String problem, String remedy) {
    var where = text.isEmpty() ? "" : "“%s”".formatted(Section.shorten(text));
    mistakes.add(code, at, "%s 第 %d 个字%s：%s".formatted(key, position, where, problem), remedy);
    return Expr.ALWAYS;
  }

  static String first(List<Option> options) {
    return options.isEmpty() ? "…" : options.getFirst().id();
  }

  static QuestionId id(ExprSketch.Word word) {
    return new QuestionId(word.text());
  }

  static Expr literal(Value value) {
    return new Expr.Literal(value);
  }
}
