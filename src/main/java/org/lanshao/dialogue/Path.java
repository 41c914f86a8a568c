package org.lanshao.dialogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.lanshao.form.Answers;
import org.lanshao.form.Evaluation;
import org.lanshao.form.Expr;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;
import org.lanshao.form.Value;

/**
 * The way through a form that the answers so far make.
 *
 * @param questions those that matter, in the form's order, without notes; their places, from 1, are
 *     the numbers of 改N
 * @param notes those to be shown before the next question
 * @param answers the answers of those that matter, in the form's order
 * @param next the first that is neither answered nor skipped; empty when all are
 */
record Path(
    List<Question> questions, List<Question> notes, Answers answers, Optional<Question> next) {

  static Path of(Session session) {
    var questions = new ArrayList<Question>();
    var notes = new ArrayList<Question>();
    var given = new LinkedHashMap<QuestionId, Value>();
    Optional<Question> next = Optional.empty();
    for (Question question : session.form().questions()) {
      if (!relevant(question, given)) {
        continue;
      }
      if (question.type() instanceof Type.Note) {
        if (next.isEmpty() && !session.noted().contains(question.id())) {
          notes.add(question);
        }
        continue;
      }
      questions.add(question);
      var answer = session.answers().get(question.id());
      answer.ifPresent(value -> given.put(question.id(), value));
      if (next.isEmpty() && answer.isEmpty() && !session.skipped().contains(question.id())) {
        next = Optional.of(question);
      }
    }
    return new Path(questions, notes, new Answers(given), next);
  }

  private static boolean relevant(Question question, LinkedHashMap<QuestionId, Value> given) {
    if (question.when() instanceof Expr.Literal(Value.YesNo(boolean always))) {
      return always;
    }
    return Evaluation.holds(question.when(), new Answers(given));
  }

  /** The questions that matter and are neither answered nor skipped. */
  List<Question> missing(Session session) {
    return questions.stream()
        .filter(q -> answers.get(q.id()).isEmpty() && !session.skipped().contains(q.id()))
        .toList();
  }
}
