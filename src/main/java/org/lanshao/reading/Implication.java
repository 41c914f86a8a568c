package org.lanshao.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.form.Answers;
import org.lanshao.form.Evaluation;
import org.lanshao.form.Expr;
import org.lanshao.form.Form;
import org.lanshao.form.Option;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;
import org.lanshao.form.Value;

/**
 * What a given answer says about the questions before it: who names a kind of hazard says that
 * there is one. Only what must be so is implied.
 */
final class Implication {
  /** More combinations of answers are not tried. */
  private static final int MOST = 1_000;

  private final Form form;

  Implication(Form form) {
    this.form = form;
  }

  /** The answers with those that they imply, from the last question to the first. */
  Answers complete(Answers given) {
    var answers = given;
    for (Question question : form.questions().reversed()) {
      if (answers.get(question.id()).isPresent() && !question.when().equals(Expr.ALWAYS)) {
        answers = implied(question.when(), answers);
      }
    }
    return answers;
  }

  /** The answered questions that deny what another answer implies, so that one of both is wrong. */
  Set<QuestionId> contradicted(Answers given) {
    var found = new LinkedHashSet<QuestionId>();
    for (Question question : form.questions()) {
      if (given.get(question.id()).isPresent() && Evaluation.fails(question.when(), given)) {
        Evaluation.questions(question.when()).stream()
            .filter(id -> given.get(id).isPresent())
            .forEach(found::add);
      }
    }
    return found;
  }

  private Answers implied(Expr when, Answers answers) {
    var open = Evaluation.questions(when).stream().filter(id -> answers.get(id).isEmpty()).toList();
    if (open.isEmpty()) {
      return answers;
    }
    var fitting =
        combinations(open, answers).stream().filter(one -> Evaluation.holds(when, one)).toList();
    var result = answers;
    for (QuestionId id : open) {
      var values = new LinkedHashSet<Optional<Value>>();
      fitting.forEach(one -> values.add(one.get(id)));
      if (values.size() == 1 && values.iterator().next().isPresent()) {
        result = result.with(id, values.iterator().next().orElseThrow());
      }
    }
    return result;
  }

  /** The answers with every value of the open questions; none where they cannot be listed. */
  private List<Answers> combinations(List<QuestionId> open, Answers answers) {
    var all = List.of(answers);
    for (QuestionId id : open) {
      var next = new ArrayList<Answers>();
      for (Answers one : all) {
        next.add(one);
        values(id).forEach(value -> next.add(one.with(id, value)));
      }
      if (next.size() > MOST) {
        return List.of();
      }
      all = next;
    }
    return all;
  }

  private List<Value> values(QuestionId id) {
    return form.question(id)
        .map(
            question ->
                switch (question.type()) {
                  case Type.YesNo() ->
                      List.<Value>of(new Value.YesNo(true), new Value.YesNo(false));
                  case Type.Choice(List<Option> options) ->
                      options.stream().<Value>map(option -> new Value.One(option.id())).toList();
                  default -> List.<Value>of();
                })
        .orElse(List.of());
  }
}
