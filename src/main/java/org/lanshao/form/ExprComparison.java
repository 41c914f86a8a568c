package org.lanshao.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Fits the two sides of a comparison to each other, by the types of the questions in them. */
final class ExprComparison {
  private final ExprReader reader;

  ExprComparison(ExprReader reader) {
    this.reader = reader;
  }

  /** The comparison; what is wrong in it is told to the reader. */
  Expr read(ExprSketch.Compare compare) {
    var left = question(compare.left());
    var right = question(compare.right());
    if (left.isPresent() && left.get().type() instanceof Type.Choice(List<Option> options)) {
      return choice(compare, left.get().id(), options, compare.right());
    }
    if (right.isPresent() && right.get().type() instanceof Type.Choice(List<Option> options)) {
      return choice(compare, right.get().id(), options, compare.left());
    }
    return Stream.of(left, right)
        .flatMap(Optional::stream)
        .flatMap(asked -> other(compare, asked).stream())
        .findFirst()
        .orElseGet(() -> numbers(compare));
  }

  /** The comparison that the type of this question asks for; empty for numbers. */
  private Optional<Expr> other(ExprSketch.Compare compare, Asked asked) {
    var id = asked.id().text();
    return switch (asked.type()) {
      case Type.YesNo() -> Optional.of(yesNo(compare));
      case Type.Text text -> Optional.of(text(compare, id));
      case Type.Choices(List<Option> options) ->
          Optional.of(incomparable(compare, id, id + " has " + ExprReader.first(options)));
      case Type.Decimal decimal -> Optional.empty();
      case Type.Computed computed -> Optional.empty();
      case Type.Date date -> Optional.of(moments(compare, asked));
      case Type.Time time -> Optional.of(moments(compare, asked));
      case Type.DateTime at -> Optional.of(moments(compare, asked));
      case Type.Group group -> Optional.of(incomparable(compare, id, "count(" + id + ") > 1"));
      case Type.Photos photos -> Optional.of(incomparable(compare, id, "count(" + id + ") > 1"));
      case Type.Place place -> Optional.of(incomparable(compare, id, "answered(" + id + ")"));
      case Type.Person person -> Optional.of(incomparable(compare, id, "answered(" + id + ")"));
      case Type.Household home -> Optional.of(incomparable(compare, id, "answered(" + id + ")"));
      case Type.Phone phone -> Optional.of(incomparable(compare, id, "answered(" + id + ")"));
      case Type.IdNumber number -> Optional.of(incomparable(compare, id, "answered(" + id + ")"));
      case Type.File file -> Optional.of(incomparable(compare, id, "answered(" + id + ")"));
      case Type.Location point -> Optional.of(incomparable(compare, id, "answered(" + id + ")"));
      case Type.Matter matter -> Optional.of(incomparable(compare, id, "answered(" + id + ")"));
      case Type.Note note -> Optional.of(incomparable(compare, id, "换一个问题"));
      case Type.Whole whole -> Optional.empty();
      case Type.Choice choice -> Optional.empty();
    };
  }

  private Expr incomparable(ExprSketch.Compare compare, String id, String example) {
    return reader.wrong(
        FormCode.INCOMPARABLE, compare.position(), id, "这种问题不能比较。", "例如 " + example);
  }

  private Expr choice(
      ExprSketch.Compare compare, QuestionId question, List<Option> options, ExprSketch other) {
    if (!isEquality(compare)) {
      return equality(compare, Expr.ALWAYS, Expr.ALWAYS);
    }
    return reader
        .option(other, options)
        .map(option -> ExprReader.literal(new Value.One(option)))
        .map(literal -> equality(compare, new Expr.Answer(question), literal))
        .orElse(Expr.ALWAYS);
  }

  private Expr yesNo(ExprSketch.Compare compare) {
    if (compare.left() instanceof ExprSketch.Word left
        && compare.right() instanceof ExprSketch.Word right) {
      return equality(compare, reader.yesNo(left), reader.yesNo(right));
    }
    return reader.wrong(
        FormCode.WRONG_SIDE, compare.position(), "", "yes-no 问题只能和 yes、no 比较。", "例如 hazard = yes");
  }

  private Expr text(ExprSketch.Compare compare, String id) {
    return equality(compare, side(compare.left(), id), side(compare.right(), id));
  }

  private Expr side(ExprSketch sketch, String id) {
    return switch (sketch) {
      case ExprSketch.Quoted(String text, int position) -> ExprReader.literal(new Value.Text(text));
      case ExprSketch.Word word
          when question(word).map(Asked::type).orElse(new Type.Note()) instanceof Type.Text ->
          new Expr.Answer(ExprReader.id(word));
      default ->
          reader.wrong(
              FormCode.WRONG_SIDE,
              sketch.position(),
              "",
              "文字要和文字比较。",
              "用英文引号包起来，例如 %s = \"村口\"".formatted(id));
    };
  }

  private static boolean isEquality(ExprSketch.Compare compare) {
    return switch (compare.comparison()) {
      case EQUAL, UNEQUAL -> true;
      case LESS, AT_MOST, MORE, AT_LEAST -> false;
    };
  }

  private Expr equality(ExprSketch.Compare compare, Expr left, Expr right) {
    return isEquality(compare)
        ? new Expr.Compare(compare.comparison(), left, right)
        : reader.wrong(FormCode.INCOMPARABLE, compare.position(), "", "只有数字能比大小。", "用 = 或 !=。");
  }

  private Expr numbers(ExprSketch.Compare compare) {
    var numbers = new ExprNumber(reader);
    return new Expr.Compare(
        compare.comparison(), numbers.read(compare.left()), numbers.read(compare.right()));
  }

  /** Days with days, times with times; a constant is quoted. */
  private Expr moments(ExprSketch.Compare compare, Asked asked) {
    return new Expr.Compare(
        compare.comparison(), moment(compare.left(), asked), moment(compare.right(), asked));
  }

  private Expr moment(ExprSketch sketch, Asked asked) {
    if (sketch instanceof ExprSketch.Quoted(String text, int position)) {
      return Moments.read(text, asked.type())
          .map(ExprReader::literal)
          .orElseGet(
              () ->
                  reader.wrong(
                      FormCode.NO_SUCH_TIME,
                      position,
                      text,
                      "没有这个日期或时间。",
                      "例如 " + Moments.example(asked.type())));
    }
    boolean same =
        question(sketch)
            .filter(other -> other.type().getClass().equals(asked.type().getClass()))
            .isPresent();
    return same && sketch instanceof ExprSketch.Word word
        ? new Expr.Answer(ExprReader.id(word))
        : reader.wrong(
            FormCode.WRONG_SIDE,
            sketch.position(),
            "",
            "日期和日期比，时间和时间比。",
            "例如 %s >= %s".formatted(asked.id(), Moments.example(asked.type())));
  }

  private Optional<Asked> question(ExprSketch sketch) {
    return sketch instanceof ExprSketch.Word word && reader.isQuestion(word)
        ? reader.type(word).map(type -> new Asked(ExprReader.id(word), type))
        : Optional.empty();
  }

  private record Asked(QuestionId id, Type type) {}
}
