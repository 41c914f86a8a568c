package org.lanshao.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lanshao.form.Check;
import org.lanshao.form.Expr;
import org.lanshao.form.Follows;
import org.lanshao.form.Form;
import org.lanshao.form.FormSource;
import org.lanshao.form.Opens;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;
import org.lanshao.form.Value;

/** What a transcript of a form can show, and some transcript must. */
sealed interface Point {
  /** A question is answered, or a note shown. */
  record Asked(QuestionId question) implements Point {}

  /**
   * What a question's {@code when} looks at comes to this.
   *
   * @param question the one that is asked or passed over
   * @param condition the whole {@code when}, or one of the conditions that it joins
   */
  record Branch(QuestionId question, Expr condition, boolean holds) implements Point {}

  /** A check, counted from 0, speaks up. */
  record Checked(int check) implements Point {}

  /** A person insists though a check, counted from 0, doubts. */
  record Insisted(int check) implements Point {}

  /** A sentence of a question's {@code again}, counted from 0, is said. */
  record Again(QuestionId question, int sentence) implements Point {}

  /** A number out of its bounds is refused. */
  record Bounds(QuestionId question) implements Point {}

  /** A line of {@code open} comes true. */
  record Opened(Opens line) implements Point {}

  /** A line of {@code follow} comes true. */
  record Followed(Follows line) implements Point {}

  /** All that there is to show of a form, in its order. */
  static Set<Point> of(FormSource source) {
    var points = new LinkedHashSet<Point>();
    for (Question question : everywhere(source.form())) {
      if (!(question.type() instanceof Type.Computed || question.isFiled())) {
        points.add(new Asked(question.id()));
      }
      points.addAll(branches(question));
      for (int i = 0; i < question.again().size(); i++) {
        points.add(new Again(question.id(), i));
      }
      if (isBounded(question, source)) {
        points.add(new Bounds(question.id()));
      }
    }
    points.addAll(checks(source.form()));
    source.form().matters().opens().forEach(line -> points.add(new Opened(line)));
    source.form().matters().follows().forEach(line -> points.add(new Followed(line)));
    return points;
  }

  /** The questions of a form, those inside a group behind it. */
  private static List<Question> everywhere(Form form) {
    return form.questions().stream()
        .flatMap(
            question ->
                question.type() instanceof Type.Group group
                    ? Stream.concat(Stream.of(question), group.questions().stream())
                    : Stream.of(question))
        .toList();
  }

  /** The whole condition failing, for holding is being asked; and each of several both ways. */
  private static List<Point> branches(Question question) {
    var points = new ArrayList<Point>();
    if (!(question.when() instanceof Expr.Literal)) {
      points.add(new Branch(question.id(), question.when(), false));
      var parts = parts(question.when()).distinct().toList();
      for (Expr part : parts.size() > 1 ? parts : List.<Expr>of()) {
        points.add(new Branch(question.id(), part, true));
        points.add(new Branch(question.id(), part, false));
      }
    }
    return points;
  }

  /** The conditions that are joined by and, or and not. */
  private static Stream<Expr> parts(Expr condition) {
    return switch (condition) {
      case Expr.And(List<Expr> parts) -> parts.stream().flatMap(Point::parts);
      case Expr.Or(List<Expr> parts) -> parts.stream().flatMap(Point::parts);
      case Expr.Not(Expr part) -> parts(part);
      case Expr.Literal(Value value) -> Stream.of();
      default -> Stream.of(condition);
    };
  }

  private static List<Point> checks(Form form) {
    var points = new ArrayList<Point>();
    for (int i = 0; i < form.checks().size(); i++) {
      points.add(new Checked(i));
      if (form.checks().get(i).level() == Check.Level.CONFIRM) {
        points.add(new Insisted(i));
      }
    }
    return points;
  }

  private static boolean isBounded(Question question, FormSource source) {
    boolean number =
        question.type() instanceof Type.Whole || question.type() instanceof Type.Decimal;
    return number && (source.writes(question.id(), "min") || source.writes(question.id(), "max"));
  }
}
