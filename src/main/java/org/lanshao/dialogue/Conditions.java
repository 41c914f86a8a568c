package org.lanshao.dialogue;

import org.lanshao.form.Answers;
import org.lanshao.form.Expr;
import org.lanshao.form.Value;

/** Whether a condition holds on answers. A comparison with something unanswered does not hold. */
final class Conditions {
  private Conditions() {}

  static boolean holds(Expr expr, Answers answers) {
    return switch (expr) {
      case Expr.Literal(Value value) -> value.equals(new Value.YesNo(true));
      case Expr.Answer(var q) ->
          answers.get(q).equals(java.util.Optional.of(new Value.YesNo(true)));
      case Expr.Answered(var q) -> answers.get(q).isPresent();
      case Expr.Has(var q, String option) ->
          answers
              .get(q)
              .map(v -> v instanceof Value.Many many && many.options().contains(option))
              .orElse(false);
      case Expr.And and -> and.parts().stream().allMatch(part -> holds(part, answers));
      case Expr.Or or -> or.parts().stream().anyMatch(part -> holds(part, answers));
      case Expr.Not(Expr part) -> !holds(part, answers);
      case Expr.Compare compare -> compare(compare, answers);
      case Expr.Arithmetic arithmetic -> false;
    };
  }

  private static boolean compare(Expr.Compare c, Answers answers) {
    var left = value(c.left(), answers);
    var right = value(c.right(), answers);
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    if (left.get() instanceof Long a && right.get() instanceof Long b) {
      int order = Long.compare(a, b);
      return switch (c.comparison()) {
        case EQUAL -> order == 0;
        case UNEQUAL -> order != 0;
        case LESS -> order < 0;
        case AT_MOST -> order <= 0;
        case MORE -> order > 0;
        case AT_LEAST -> order >= 0;
      };
    }
    boolean same = left.get().equals(right.get());
    return c.comparison() == Expr.Comparison.EQUAL ? same : !same;
  }

  private static java.util.Optional<Object> value(Expr expr, Answers answers) {
    return switch (expr) {
      case Expr.Literal(Value v) -> java.util.Optional.of(plain(v));
      case Expr.Answer(var q) -> answers.get(q).map(Conditions::plain);
      case Expr.Arithmetic arithmetic -> {
        var l = value(arithmetic.left(), answers);
        var r = value(arithmetic.right(), answers);
        if (l.isPresent()
            && r.isPresent()
            && l.get() instanceof Long a
            && r.get() instanceof Long b) {
          yield java.util.Optional.of(
              switch (arithmetic.operation()) {
                case PLUS -> a + b;
                case MINUS -> a - b;
                case TIMES -> a * b;
              });
        }
        yield java.util.Optional.empty();
      }
      default -> java.util.Optional.of(holds(expr, answers));
    };
  }

  private static Object plain(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Whole(long number) -> number;
      case Value.YesNo(boolean yes) -> yes;
      case Value.One(String option) -> option;
      case Value.Many many -> many.options();
      case Value.Place(String code, String name) -> code;
    };
  }
}
