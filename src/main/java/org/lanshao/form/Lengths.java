package org.lanshao.form;

import java.util.ArrayList;
import java.util.List;

/**
 * How long a form is for those who fill it.
 *
 * @param shortest the fewest questions that must be answered or skipped
 * @param longest the most
 * @param messages the most messages that are needed when each is understood: to open, to answer, to
 *     insist on every doubt, to submit
 */
public record Lengths(int shortest, int longest, int messages) {
  private static final int OPEN_AND_SUBMIT = 2;

  /** The lengths of a form; where its branches cannot all be tried, bounds that surely hold. */
  public static Lengths of(Form form) {
    var asked = form.questions().stream().filter(Lengths::isAsked).toList();
    var ways = Trials.of(form, asked.stream().map(Question::when).toList()).orElse(List.of());
    var paths = new ArrayList<List<Question>>();
    ways.forEach(
        way -> paths.add(asked.stream().filter(q -> Evaluation.holds(q.when(), way)).toList()));
    if (paths.isEmpty()) {
      paths.add(asked);
      paths.add(asked.stream().filter(q -> q.when().equals(Expr.ALWAYS)).toList());
    }
    long doubts =
        form.checks().stream().filter(check -> check.level() == Check.Level.CONFIRM).count();
    int most = paths.stream().mapToInt(Lengths::messages).max().orElse(0);
    return new Lengths(
        paths.stream().mapToInt(List::size).min().orElse(0),
        paths.stream().mapToInt(List::size).max().orElse(0),
        OPEN_AND_SUBMIT + most + (int) doubts);
  }

  private static boolean isAsked(Question question) {
    return !(question.type() instanceof Type.Note || question.isExtra() || question.isFiled())
        && !(question.type() instanceof Type.Computed);
  }

  private static int messages(List<Question> questions) {
    return questions.stream().filter(Lengths::isAsked).mapToInt(q -> messages(q.type())).sum();
  }

  /** Photos come one by one and end with 完; so do the items of a group. */
  private static int messages(Type type) {
    return switch (type) {
      case Type.Photos(int max) -> max + 1;
      case Type.Group group -> group.max() * (messages(group.questions()) + 1);
      default -> 1; // everything else is one message
    };
  }
}
