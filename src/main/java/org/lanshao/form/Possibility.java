package org.lanshao.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a condition can come to, found by trying every answer that could make a difference. Makes no
 * claim ({@code false} for all) when trying proves nothing; see {@link Trials}.
 *
 * @param neverHolds whatever is answered, it is false or unknown
 * @param neverFails whatever is answered, it is true or unknown
 * @param alwaysHolds whatever is answered, it is true
 */
record Possibility(boolean neverHolds, boolean neverFails, boolean alwaysHolds) {
  private static final Possibility ANYTHING = new Possibility(false, false, false);

  /** What a condition of this form can come to. */
  static Possibility of(Form form, Expr condition) {
    return Trials.of(form, List.of(condition))
        .filter(ways -> !ways.isEmpty())
        .map(ways -> of(condition, ways))
        .orElse(ANYTHING);
  }

  private static Possibility of(Expr condition, List<Answers> ways) {
    return new Possibility(
        ways.stream().noneMatch(one -> Evaluation.holds(condition, one)),
        ways.stream().noneMatch(one -> Evaluation.fails(condition, one)),
        ways.stream().allMatch(one -> Evaluation.holds(condition, one)));
  }

  /**
   * Whether some way of answering fails none of these conditions.
   *
   * @param among the ways that are looked at
   * @return empty when nothing can be claimed, or there is no such way
   */
  static Optional<Boolean> passable(Form form, List<Expr> conditions, Predicate<Answers> among) {
    return Trials.of(form, conditions)
        .map(ways -> ways.stream().filter(among).toList())
        .filter(ways -> !ways.isEmpty())
        .map(
            ways ->
                ways.stream()
                    .anyMatch(way -> conditions.stream().noneMatch(c -> Evaluation.fails(c, way))));
  }
}
