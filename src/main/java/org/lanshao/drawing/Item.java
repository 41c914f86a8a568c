package org.lanshao.drawing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lanshao.form.Evaluation;
import org.lanshao.form.Expr;
import org.lanshao.form.Form;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;

/** A step on the way through a form: a question, or a branch that some answers lead into. */
sealed interface Item {
  /** A question that everybody who comes here is asked. */
  record Asked(Question question) implements Item {}

  /** What is asked only while the condition holds. */
  record Branch(Expr condition, List<Item> items) implements Item {
    /** Copies the items. */
    public Branch {
      items = List.copyOf(items);
    }
  }

  /** The way through a form. */
  static List<Item> of(Form form) {
    return of(form.questions(), Expr.ALWAYS);
  }

  /** Those whose condition is this one stand side by side; what depends on them goes deeper. */
  private static List<Item> of(List<Question> questions, Expr given) {
    var items = new ArrayList<Item>();
    int at = 0;
    while (at < questions.size()) {
      var question = questions.get(at);
      if (question.when().equals(given) || question.when().equals(Expr.ALWAYS)) {
        items.add(new Asked(question));
        at++;
      } else {
        int end = end(questions, at);
        items.add(new Branch(question.when(), of(questions.subList(at, end), question.when())));
        at = end;
      }
    }
    return items;
  }

  /** Where the branch that begins here ends. */
  private static int end(List<Question> questions, int from) {
    var condition = questions.get(from).when();
    Set<QuestionId> inside = new HashSet<>(Set.of(questions.get(from).id()));
    int end = from + 1;
    while (end < questions.size()) {
      var next = questions.get(end);
      boolean deeper = Evaluation.questions(next.when()).stream().anyMatch(inside::contains);
      if (!next.when().equals(condition) && !deeper) {
        return end;
      }
      inside.add(next.id());
      end++;
    }
    return end;
  }
}
