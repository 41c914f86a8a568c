package org.lanshao.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What kind of number an expression comes to. */
final class Numerics {
  private Numerics() {}

  /** Whole where everything in it is; {@code types} by question id. */
  static Type.Numeric of(Expr expression, Map<String, Type> types) {
    return isDecimal(expression, types) ? Type.Numeric.DECIMAL : Type.Numeric.WHOLE;
  }

  private static boolean isDecimal(Expr expression, Map<String, Type> types) {
    return switch (expression) {
      case Expr.Literal(Value value) -> value instanceof Value.Decimal;
      case Expr.Answer(QuestionId question) -> isDecimal(types.get(question.text()));
      case Expr.Arithmetic(Expr.Operation operation, Expr left, Expr right) ->
          isDecimal(left, types) || isDecimal(right, types);
      case Expr.Sum(List<Expr> terms) -> terms.stream().anyMatch(term -> isDecimal(term, types));
      case Expr.Across(QuestionId group, QuestionId question) ->
          inside(types.get(group.text()))
              .filter(asked -> asked.id().equals(question))
              .anyMatch(asked -> isDecimal(asked.type()));
      default -> false; // conditions are no numbers
    };
  }

  private static boolean isDecimal(@org.jspecify.annotations.Nullable Type type) {
    return type != null && type.number().equals(Optional.of(Type.Numeric.DECIMAL));
  }

  private static Stream<Question> inside(@org.jspecify.annotations.Nullable Type type) {
    return type instanceof Type.Group group ? group.questions().stream() : Stream.of();
  }
}
