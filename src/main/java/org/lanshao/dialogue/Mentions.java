package org.lanshao.dialogue;

import java.util.HashSet;
import java.util.Set;
import org.lanshao.form.Evaluation;
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
    var found = new HashSet<>(Evaluation.questions(expr));
    for (QuestionId id : Set.copyOf(found)) {
      form.question(id)
          .map(Question::type)
          .filter(Type.Computed.class::isInstance)
          .ifPresent(type -> found.addAll(of(((Type.Computed) type).value(), form)));
    }
    return found;
  }
}
