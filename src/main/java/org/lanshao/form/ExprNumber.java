package org.lanshao.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads the parts of an expression that must be numbers. */
final class ExprNumber {
  private final ExprReader reader;

  ExprNumber(ExprReader reader) {
    this.reader = reader;
  }

  /** The number; what is wrong in it is told to the reader. */
  Expr read(ExprSketch sketch) {
    return switch (sketch) {
      case ExprSketch.Digits(long number, int position) ->
          ExprReader.literal(new Value.Whole(number));
      case ExprSketch.Fraction(BigDecimal number, int position) ->
          ExprReader.literal(new Value.Decimal(number));
      case ExprSketch.Arithmetic(
              Expr.Operation operation,
              ExprSketch left,
              ExprSketch right,
              int position) ->
          new Expr.Arithmetic(operation, read(left), read(right));
      case ExprSketch.Sum(List<ExprSketch> terms, int position) ->
          new Expr.Sum(terms.stream().map(this::term).toList());
      case ExprSketch.Size(ExprSketch.Word question, int position) -> size(question);
      case ExprSketch.Word word when !reader.isYesNo(word) -> word(word);
      default ->
          reader.wrong(FormCode.WRONG_SIDE, sketch.position(), "", "这里要写数字。", "例如 people > 5");
    };
  }

  private Expr term(ExprSketch sketch) {
    return sketch instanceof ExprSketch.Word word
        ? reader.across(word).<Expr>map(across -> across).orElseGet(() -> read(word))
        : read(sketch);
  }

  private Expr word(ExprSketch.Word word) {
    var type = reader.type(word);
    if (type.isEmpty() || type.get().number().isPresent()) {
      return new Expr.Answer(ExprReader.id(word));
    }
    return reader.wrong(
        FormCode.NOT_A_NUMBER,
        word.position(),
        word.text(),
        "它不是 integer 问题，不能当数字用。",
        "换一个 integer 问题或数字。");
  }

  private Expr size(ExprSketch.Word word) {
    Optional<Type> type = reader.type(word);
    boolean countable =
        type.isEmpty()
            || type.get() instanceof Type.Group
            || type.get() instanceof Type.Photos
            || type.get() instanceof Type.Choices;
    return countable
        ? new Expr.Size(ExprReader.id(word))
        : reader.wrong(
            FormCode.NOT_COUNTABLE,
            word.position(),
            word.text(),
            "它不能数有几个。",
            "count 只用于 group、photos、choices 问题。");
  }
}
