package org.lanshao.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every way of answering the questions that some conditions look at, as far as it could make a
 * difference to them: also the questions on which those depend, and none answered that would not
 * have been asked.
 */
final class Trials {
  /** More would make checking slow; real conditions need some dozens. */
  private static final int MOST = 20_000;

  private final Form form;
  private final Constants constants = new Constants();
  private final Set<QuestionId> vague = new HashSet<>();
  private final List<Question> questions;
  private final List<Answers> found = new ArrayList<>();

  private Trials(Form form, Set<QuestionId> looked) {
    this.form = form;
    this.questions = form.questions().stream().filter(q -> looked.contains(q.id())).toList();
  }

  /**
   * The ways.
   *
   * @return empty when there would be too many, or when trying would prove nothing because numbers
   *     are reckoned with
   */
  static Optional<List<Answers>> of(Form form, List<Expr> conditions) {
    var looked = looked(form, conditions);
    if (looked.isEmpty()) {
      return Optional.empty();
    }
    var trials = new Trials(form, looked.get());
    return trials.prepare(conditions) && trials.extend(0, Answers.NONE)
        ? Optional.of(trials.found)
        : Optional.empty();
  }

  /** The questions of the conditions, and those on which these depend; empty if one is unknown. */
  private static Optional<Set<QuestionId>> looked(Form form, List<Expr> conditions) {
    var looked = new LinkedHashSet<QuestionId>();
    var next = new ArrayList<QuestionId>();
    conditions.forEach(condition -> next.addAll(ConditionLinter.questions(condition)));
    while (!next.isEmpty()) {
      var id = next.removeLast();
      var question = form.question(id);
      if (question.isEmpty()) {
        return Optional.empty();
      }
      if (looked.add(id)) {
        next.addAll(ConditionLinter.questions(question.get().when()));
      }
    }
    return Optional.of(looked);
  }

  /** Collects the constants; a {@code when} that cannot be tried leaves its question vague. */
  private boolean prepare(List<Expr> conditions) {
    for (Expr condition : conditions) {
      if (!isTryable(condition) || !constants.of(condition)) {
        return false;
      }
    }
    for (Question question : questions) {
      if (!isTryable(question.when()) || !constants.of(question.when())) {
        vague.add(question.id());
      }
    }
    return true;
  }

  private boolean isTryable(Expr condition) {
    return ConditionLinter.questions(condition).stream()
        .flatMap(id -> form.question(id).stream())
        .allMatch(question -> Constants.isTryable(question.type()));
  }

  /** Answers one question after the other in each way; false when there are too many ways. */
  private boolean extend(int at, Answers answers) {
    if (at == questions.size()) {
      found.add(answers);
      return found.size() <= MOST;
    }
    var question = questions.get(at);
    boolean surely = Evaluation.holds(question.when(), answers);
    boolean perhaps = surely || vague.contains(question.id());
    if (!surely || question.optional()) {
      if (!extend(at + 1, answers)) {
        return false;
      }
    }
    for (Value value : perhaps ? constants.answers(question) : List.<Value>of()) {
      if (!extend(at + 1, answers.with(question.id(), value))) {
        return false;
      }
    }
    return true;
  }
}
