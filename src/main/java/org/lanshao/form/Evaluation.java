package org.lanshao.form;

import static org.lanshao.form.Expr.Operation.PLUS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
  /** More digits after the point than any answer has; keeps products of products small. */
  private static final int MOST_PLACES = 30;

  private Evaluation() {}

  /** The questions whose answers an expression looks at. */
  public static Set<QuestionId> questions(Expr expression) {
    return ConditionLinter.questions(expression);
  }

  /** Whether a condition is true: neither false nor unknown. */
  public static boolean holds(Expr condition, Answers answers) {
    return truth(condition, answers).equals(Optional.of(true));
  }

  /** The same of answers that are still being gathered; most conditions need none of them. */
  public static boolean holds(Expr condition, Map<QuestionId, Value> gathered) {
    return condition instanceof Expr.Literal(Value.YesNo(boolean always))
        ? always
        : holds(condition, new Answers(gathered));
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
      case Expr.Sum(List<Expr> terms) ->
          sum(terms.stream().flatMap(term -> value(term, answers).stream()));
      case Expr.Across(QuestionId group, QuestionId question) ->
          answers.get(group).flatMap(value -> across(value, question));
      case Expr.Size(QuestionId question) -> answers.get(question).flatMap(Evaluation::size);
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
    var order = order(left.get(), right.get());
    if (order.isPresent()) {
      return yesNo(fits(compare.comparison(), order.getAsInt()));
    }
    return switch (compare.comparison()) {
      case EQUAL -> yesNo(left.equals(right));
      case UNEQUAL -> yesNo(!left.equals(right));
      case LESS, AT_MOST, MORE, AT_LEAST -> Optional.empty();
    };
  }

  /** How two values lie to each other; empty for kinds without an order. */
  private static OptionalInt order(Value left, Value right) {
    var numbers = Stream.of(left, right).flatMap(Evaluation::number).toList();
    if (numbers.size() == 2) {
      return OptionalInt.of(numbers.getFirst().compareTo(numbers.getLast()));
    }
    if (left instanceof Value.Date(LocalDate a) && right instanceof Value.Date(LocalDate b)) {
      return OptionalInt.of(a.compareTo(b));
    }
    if (left instanceof Value.Time(LocalTime a) && right instanceof Value.Time(LocalTime b)) {
      return OptionalInt.of(a.compareTo(b));
    }
    return left instanceof Value.DateTime(LocalDateTime a)
            && right instanceof Value.DateTime(LocalDateTime b)
        ? OptionalInt.of(a.compareTo(b))
        : OptionalInt.empty();
  }

  private static Stream<BigDecimal> number(Value value) {
    return switch (value) {
      case Value.Whole whole -> Stream.of(BigDecimal.valueOf(whole.number()));
      case Value.Decimal decimal -> Stream.of(decimal.number());
      default -> Stream.of(); // nothing else is a number
    };
  }

  private static boolean isApproximate(Value value) {
    return switch (value) {
      case Value.Whole whole -> whole.approximate();
      case Value.Decimal decimal -> decimal.approximate();
      default -> false; // nothing else is a number
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
    var left = value(arithmetic.left(), answers);
    var right = value(arithmetic.right(), answers);
    return left.isEmpty() || right.isEmpty()
        ? Optional.empty()
        : reckoned(arithmetic.operation(), left.get(), right.get());
  }

  /** Whole where both are whole; empty for what is no number, or too large. */
  private static Optional<Value> reckoned(Expr.Operation operation, Value left, Value right) {
    var numbers = Stream.of(left, right).flatMap(Evaluation::number).toList();
    if (numbers.size() < 2) {
      return Optional.empty();
    }
    var result = result(operation, numbers.getFirst(), numbers.getLast());
    if (result.toBigInteger().bitLength() > 63 || result.scale() > MOST_PLACES) {
      return Optional.empty();
    }
    boolean approximate = isApproximate(left) || isApproximate(right);
    return Optional.of(
        left instanceof Value.Whole && right instanceof Value.Whole
            ? new Value.Whole(result.longValueExact(), approximate)
            : new Value.Decimal(result, approximate));
  }

  private static BigDecimal result(Expr.Operation operation, BigDecimal left, BigDecimal right) {
    return switch (operation) {
      case PLUS -> left.add(right);
      case MINUS -> left.subtract(right);
      case TIMES -> left.multiply(right);
    };
  }

  /** Adds what is known of these up; unknown when nothing is. */
  private static Optional<Value> sum(Stream<Value> numbers) {
    Optional<Value> sum = Optional.empty();
    for (Value number : numbers.toList()) {
      var before = sum;
      sum = before.isEmpty() ? Optional.of(number) : reckoned(PLUS, before.get(), number);
      if (sum.isEmpty()) {
        return sum;
      }
    }
    return sum;
  }

  /** A group without items sums up to 0. */
  private static Optional<Value> across(Value value, QuestionId question) {
    return value instanceof Value.Group(List<Answers> items)
        ? sum(
            Stream.concat(
                Stream.of(new Value.Whole(0)),
                items.stream().flatMap(item -> item.get(question).stream())))
        : Optional.empty();
  }

  private static Optional<Value> size(Value value) {
    return switch (value) {
      case Value.Group(List<Answers> items) -> Optional.of(new Value.Whole(items.size()));
      case Value.Photos(List<Media> photos) -> Optional.of(new Value.Whole(photos.size()));
      case Value.Many(List<String> options) -> Optional.of(new Value.Whole(options.size()));
      default -> Optional.empty(); // nothing else holds several
    };
  }

  private static Optional<Value> yesNo(boolean yes) {
    return Optional.of(new Value.YesNo(yes));
  }
}
