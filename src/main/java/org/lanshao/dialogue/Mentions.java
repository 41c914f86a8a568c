package org.lanshao.dialogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lanshao.form.Expr;
import org.lanshao.form.Form;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;

/** The questions whose answers an expression looks at. */
final class Mentions {
  private Mentions() {}

  /** Those that it names, and those that a computed value which it names looks at. */
  static Set<QuestionId> of(Expr expr, Form form) {
    var found = new HashSet<QuestionId>();
    collect(expr, found);
    for (QuestionId id : Set.copyOf(found)) {
      form.question(id)
          .map(Question::type)
          .filter(Type.Computed.class::isInstance)
          .ifPresent(type -> found.addAll(of(((Type.Computed) type).value(), form)));
    }
    return found;
  }

  private static void collect(Expr expr, Set<QuestionId> found) {
    switch (expr) {
      case Expr.Literal literal -> {}
      case Expr.Answer(QuestionId question) -> found.add(question);
      case Expr.Answered(QuestionId question) -> found.add(question);
      case Expr.Has(QuestionId question, String option) -> found.add(question);
      case Expr.And and -> and.parts().forEach(part -> collect(part, found));
      case Expr.Or or -> or.parts().forEach(part -> collect(part, found));
      case Expr.Not(Expr part) -> collect(part, found);
      case Expr.Compare compare -> {
        collect(compare.left(), found);
        collect(compare.right(), found);
      }
      case Expr.Sum(List<Expr> terms) -> terms.forEach(term -> collect(term, found));
      case Expr.Across(QuestionId group, QuestionId question) -> found.add(group);
      case Expr.Size(QuestionId question) -> found.add(question);
      case Expr.Arithmetic arithmetic -> {
        collect(arithmetic.left(), found);
        collect(arithmetic.right(), found);
      }
    }
  }
}
