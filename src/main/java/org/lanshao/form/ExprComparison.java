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
      case Type.Group group -> Optional.of(incomparable(compare, id, "count(" + id + ") > 1"));
      case Type.Photos photos -> Optional.of(incomparable(compare, id, "count(" + id + ") > 1"));
      case Type.Date date -> Optional.of(incomparable(compare, id, "answered(" + id + ")"));
      case Type.Time time -> Optional.of(incomparable(compare, id, "answered(" + id + ")"));
      case Type.DateTime at -> Optional.of(incomparable(compare, id, "answered(" + id + ")"));
      case Type.Place place -> Optional.of(incomparable(compare, id, "answered(" + id + ")"));
      case Type.Person person -> Optional.of(incomparable(compare, id, "answered(" + id + ")"));
      case Type.Household home -> Optional.of(incomparable(compare, id, "answered(" + id + ")"));
      case Type.Phone phone -> Optional.of(incomparable(compare, id, "answered(" + id + ")"));
      case Type.IdNumber number -> Optional.of(incomparable(compare, id, "answered(" + id + ")"));
      case Type.File file -> Optional.of(incomparable(compare, id, "answered(" + id + ")"));
      case Type.Location point -> Optional.of(incomparable(compare, id, "answered(" + id + ")"));
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

  private Expr equality(ExprSketch.Compare compare, Expr left, Expr right) {
    return switch (compare.comparison()) {
      case EQUAL, UNEQUAL -> new Expr.Compare(compare.comparison(), left, right);
      case LESS, AT_MOST, MORE, AT_LEAST ->
          reader.wrong(FormCode.INCOMPARABLE, compare.position(), "", "只有数字能比大小。", "用 = 或 !=。");
    };
  }

  private Expr numbers(ExprSketch.Compare compare) {
    return new Expr.Compare(compare.comparison(), number(compare.left()), number(compare.right()));
  }

  private Expr number(ExprSketch sketch) {
    return switch (sketch) {
      case ExprSketch.Digits(long number, int position) ->
          ExprReader.literal(new Value.Whole(number));
      case ExprSketch.Arithmetic(
              Expr.Operation operation,
              ExprSketch left,
              ExprSketch right,
              int position) ->
          new Expr.Arithmetic(operation, number(left), number(right));
      case ExprSketch.Word word when !reader.isYesNo(word) -> number(word);
      default ->
          reader.wrong(FormCode.WRONG_SIDE, sketch.position(), "", "这里要写数字。", "例如 people > 5");
    };
  }

  private Expr number(ExprSketch.Word word) {
    var type = reader.type(word);
    if (type.isEmpty()
        || type.get() instanceof Type.Whole
        || type.get() instanceof Type.Decimal
        || type.get() instanceof Type.Computed) {
      return new Expr.Answer(ExprReader.id(word));
    }
    return reader.wrong(
        FormCode.NOT_A_NUMBER,
        word.position(),
        word.text(),
        "它不是 integer 问题，不能当数字用。",
        "换一个 integer 问题或数字。");
  }

  private Optional<Asked> question(ExprSketch sketch) {
    return sketch instanceof ExprSketch.Word word && reader.isQuestion(word)
        ? reader.type(word).map(type -> new Asked(ExprReader.id(word), type))
        : Optional.empty();
  }

  private record Asked(QuestionId id, Type type) {}
}
