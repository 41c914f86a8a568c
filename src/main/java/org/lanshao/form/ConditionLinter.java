package org.lanshao.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks for conditions that come too early, or that no answers can make true or false. */
final class ConditionLinter {
  private final FormSource source;
  private final Mistakes mistakes;

  private ConditionLinter(FormSource source, Mistakes mistakes) {
    this.source = source;
    this.mistakes = mistakes;
  }

  static void check(FormSource source, Mistakes mistakes) {
    var linter = new ConditionLinter(source, mistakes);
    linter.whens();
    linter.checks();
  }

  private void whens() {
    asked(source.form().questions(), new HashSet<>());
  }

  private void asked(List<Question> questions, Set<QuestionId> asked) {
    for (Question question : questions) {
      boolean late = late(question, "when", question.when(), asked);
      if (!late && Possibility.of(source.form(), question.when()).neverHolds()) {
        mistakes.add(
            FormCode.NEVER_ASKED,
            source.question(question.id(), "when"),
            "when 永远不成立，这个问题不会问到。",
            "检查数字的范围、选项和 and。");
      }
      switch (question.type()) {
        case Type.Computed computed -> late(question, "value", computed.value(), asked);
        case Type.Group group -> asked(group.questions(), new HashSet<>(asked));
        default -> {} // nothing else holds an expression
      }
      asked.add(question.id());
    }
  }

  /** Tells what an expression names that is asked after it; whether it does. */
  private boolean late(Question question, String key, Expr expression, Set<QuestionId> asked) {
    var line = source.question(question.id(), key);
    var late = new ArrayList<>(questions(expression));
    late.removeAll(asked);
    late.removeIf(id -> source.section(id).isEmpty());
    for (QuestionId id : late) {
      mistakes.add(
          FormCode.CONDITION_TOO_EARLY,
          line,
          "%s 用到了还没问的 %s。".formatted(key, id),
          "只能用前面的问题；把 %s 移到这个问题前面。".formatted(id));
    }
    return !late.isEmpty();
  }

  private void checks() {
    for (int i = 0; i < source.form().checks().size(); i++) {
      var that = source.form().checks().get(i).that();
      if (!that.equals(Expr.ALWAYS) && Possibility.of(source.form(), that).neverFails()) {
        mistakes.add(
            FormCode.CHECK_ALWAYS_HOLDS,
            source.item("check", i, "that"),
            "that 总是成立，这个检查没有作用。",
            "that 写的是正常时的样子，例如 people <= 15。");
      }
    }
  }

  /** The questions that an expression looks at. */
  static Set<QuestionId> questions(Expr expression) {
    return switch (expression) {
      case Expr.Literal(Value value) -> Set.of();
      case Expr.Answer(QuestionId question) -> Set.of(question);
      case Expr.Answered(QuestionId question) -> Set.of(question);
      case Expr.And(List<Expr> parts) -> questions(parts);
      case Expr.Or(List<Expr> parts) -> questions(parts);
      case Expr.Not(Expr part) -> questions(part);
      case Expr.Compare(Expr.Comparison comparison, Expr left, Expr right) ->
          questions(List.of(left, right));
      case Expr.Has(QuestionId question, String option) -> Set.of(question);
      case Expr.Arithmetic(Expr.Operation operation, Expr left, Expr right) ->
          questions(List.of(left, right));
      case Expr.Sum(List<Expr> terms) -> questions(terms);
      case Expr.Across(QuestionId group, QuestionId question) -> Set.of(group);
      case Expr.Size(QuestionId question) -> Set.of(question);
    };
  }

  private static Set<QuestionId> questions(List<Expr> parts) {
    var all = new java.util.LinkedHashSet<QuestionId>();
    parts.forEach(part -> all.addAll(questions(part)));
    return all;
  }
}
