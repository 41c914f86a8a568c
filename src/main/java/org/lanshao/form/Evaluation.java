package org.lanshao.form;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Evaluates expressions. Every expression has a value or is unknown, and never fails.
 *
 * <p>A condition is true, false or unknown. A question without an answer makes what is said of it
 * unknown, but for {@code answered(…)}. Unknown runs through {@code not}, comparison and
 * arithmetic; {@code and} is false as soon as one part is, {@code or} true as soon as one part is,
 * whatever the others are. So {@code people > 5} and {@code not people > 5} both do not {@link
 * #holds hold} before {@code people} is answered, and neither {@link #fails fails}.
 */
public final class Evaluation {
  private Evaluation() {}

  /** Whether a condition is true: neither false nor unknown. */
  public static boolean holds(Expr condition, Answers answers) {
    return truth(condition, answers).equals(Optional.of(true));
  }

  /** Whether a condition is false: neither true nor unknown. A check speaks up only then. */
  public static boolean fails(Expr condition, Answers answers) {
    return truth(condition, answers).equals(Optional.of(false));
  }

  /** What an expression comes to; empty when that is unknown or a number leaves 64 bits. */
  public static Optional<Value> value(Expr expression, Answers answers) {
    return switch (expression) {
      case Expr.Literal(Value value) -> Optional.of(value);
      case Expr.Answer(QuestionId question) -> answers.get(question);
      case Expr.Answered(QuestionId question) -> yesNo(answers.get(question).isPresent());
      case Expr.And(List<Expr> parts) -> decided(parts, answers, false);
      case Expr.Or(List<Expr> parts) -> decided(parts, answers, true);
      case Expr.Not(Expr part) -> truth(part, answers).flatMap(yes -> yesNo(!yes));
      case Expr.Compare compare -> compare(compare, answers);
      case Expr.Has(QuestionId question, String option) ->
          answers.get(question).flatMap(value -> has(value, option));
      case Expr.Arithmetic arithmetic -> arithmetic(arithmetic, answers);
    };
  }

  private static Optional<Boolean> truth(Expr condition, Answers answers) {
    return value(condition, answers)
        .flatMap(
            value ->
                value instanceof Value.YesNo(boolean yes) ? Optional.of(yes) : Optional.empty());
  }

  /** One part that is {@code decisive} decides; else one unknown part leaves it unknown. */
  private static Optional<Value> decided(List<Expr> parts, Answers answers, boolean decisive) {
    boolean unknown = false;
    for (Expr part : parts) {
      var truth = truth(part, answers);
      if (truth.equals(Optional.of(decisive))) {
        return yesNo(decisive);
      }
      unknown |= truth.isEmpty();
    }
    return unknown ? Optional.empty() : yesNo(!decisive);
  }

  private static Optional<Value> has(Value value, String option) {
    return value instanceof Value.Many(List<String> options)
        ? yesNo(options.contains(option))
        : Optional.empty();
  }

  private static Optional<Value> compare(Expr.Compare compare, Answers answers) {
    var left = value(compare.left(), answers);
    var right = value(compare.right(), answers);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    if (left.get() instanceof Value.Whole(long a) && right.get() instanceof Value.Whole(long b)) {
      return yesNo(fits(compare.comparison(), Long.compare(a, b)));
    }
    return switch (compare.comparison()) {
      case EQUAL -> yesNo(left.equals(right));
      case UNEQUAL -> yesNo(!left.equals(right));
      case LESS, AT_MOST, MORE, AT_LEAST -> Optional.empty();
    };
  }

  private static boolean fits(Expr.Comparison comparison, int order) {
    return switch (comparison) {
      case EQUAL -> order == 0;
      case UNEQUAL -> order != 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case MORE -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }

  private static Optional<Value> arithmetic(Expr.Arithmetic arithmetic, Answers answers) {
    var numbers =
        Stream.of(arithmetic.left(), arithmetic.right())
            .flatMap(side -> value(side, answers).stream())
            .flatMap(
                side -> side instanceof Value.Whole(long number) ? Stream.of(number) : Stream.of())
            .map(BigInteger::valueOf)
            .toList();
    if (numbers.size() < 2) {
      return Optional.empty();
    }
    var result = result(arithmetic.operation(), numbers.getFirst(), numbers.getLast());
    return result.bitLength() > 63
        ? Optional.empty()
        : Optional.of(new Value.Whole(result.longValue()));
  }

  private static BigInteger result(Expr.Operation operation, BigInteger left, BigInteger right) {
    return switch (operation) {
      case PLUS -> left.add(right);
      case MINUS -> left.subtract(right);
      case TIMES -> left.multiply(right);
    };
  }

  private static Optional<Value> yesNo(boolean yes) {
    return Optional.of(new Value.YesNo(yes));
  }
}
