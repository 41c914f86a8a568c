package org.lanshao.count;

import java.util.List;
import java.util.stream.Stream;
import org.lanshao.form.QuestionId;
import org.lanshao.reading.DayRange;

/**
 * What the store is asked to count: one number, or a table of them.
 *
 * @param measure {@code form.measure}
 * @param distinct whether it counts different subjects
 * @param scope whose records
 * @param range of which days
 * @param where what the records must have been answered
 * @param axes the sides of the table; none: one number
 */
public record Cut(
    String measure,
    boolean distinct,
    Scope scope,
    DayRange range,
    List<Condition> where,
    List<Axis> axes) {
  /** Records are counted by at most so many of their answers at once. */
  public static final int MOST_ANSWERS = 2;

  /** Copies the lists; refuses one question twice, and more of them than are counted together. */
  public Cut {
    where = List.copyOf(where);
    axes = List.copyOf(axes);
    var questions = questions(where, axes);
    if (questions.size() > MOST_ANSWERS
        || questions.stream().distinct().count() < questions.size()) {
      throw new IllegalArgumentException("counted by these answers: " + questions);
    }
  }

  /** The sum of a measure. */
  public static Cut sum(String measure, Scope scope, DayRange range) {
    return new Cut(measure, false, scope, range, List.of(), List.of());
  }

  /** How many different subjects a measure saw. */
  public static Cut distinct(String measure, Scope scope, DayRange range) {
    return new Cut(measure, true, scope, range, List.of(), List.of());
  }

  /** The same of a measure that adds. */
  public Cut of(String sum) {
    return new Cut(sum, false, scope, range, where, axes);
  }

  /** The same of other days. */
  public Cut in(DayRange days) {
    return new Cut(measure, distinct, scope, days, where, axes);
  }

  /** The same of other records. */
  public Cut in(Scope other) {
    return new Cut(measure, distinct, other, range, where, axes);
  }

  /** The same as one number. */
  public Cut total() {
    return new Cut(measure, distinct, scope, range, where, List.of());
  }

  /** The questions whose answers it looks at, in the order of their names. */
  public List<QuestionId> questions() {
    return questions(where, axes).stream()
        .sorted(java.util.Comparator.comparing(QuestionId::text))
        .toList();
  }

  private static List<QuestionId> questions(List<Condition> where, List<Axis> axes) {
    return Stream.concat(
            where.stream().map(Condition::question),
            axes.stream()
                .filter(Axis.Answers.class::isInstance)
                .map(axis -> ((Axis.Answers) axis).question()))
        .toList();
  }
}
