package org.lanshao.form;

import java.util.List;
import java.util.stream.Collectors;

/** Says a condition in words that people know: labels instead of ids. */
public final class ConditionText {
  private final Form form;

  private ConditionText(Form form) {
    this.form = form;
  }

  /** The condition in Chinese, such as 有隐患：是 or 人数 &gt; 5，而且 种类：火灾. */
  public static String of(Expr condition, Form form) {
    return new ConditionText(form).say(condition);
  }

  private String say(Expr condition) {
    return switch (condition) {
      case Expr.Literal(Value value) -> value(value, List.of());
      case Expr.Answer(QuestionId question) ->
          isYesNo(question) ? label(question) + "：是" : label(question);
      case Expr.Answered(QuestionId question) -> "填了" + label(question);
      case Expr.And(List<Expr> parts) -> joined(parts, "，而且 ");
      case Expr.Or(List<Expr> parts) -> joined(parts, "，或者 ");
      case Expr.Not(Expr.Answer(QuestionId question)) -> label(question) + "：否";
      case Expr.Not(Expr.Answered(QuestionId question)) -> "没填" + label(question);
      case Expr.Not(Expr.Has(QuestionId question, String option)) ->
          label(question) + "没有" + option(option, question);
      case Expr.Not(Expr part) -> "不是（" + say(part) + "）";
      case Expr.Compare compare -> compare(compare);
      case Expr.Has(QuestionId question, String option) ->
          label(question) + "有" + option(option, question);
      case Expr.Arithmetic(Expr.Operation operation, Expr left, Expr right) ->
          say(left) + sign(operation) + say(right);
      case Expr.Sum(List<Expr> terms) ->
          terms.stream().map(this::say).collect(Collectors.joining(" + "));
      case Expr.Across(QuestionId group, QuestionId question) -> label(group) + "的" + question;
      case Expr.Size(QuestionId question) -> label(question) + "的个数";
    };
  }

  private String joined(List<Expr> parts, String between) {
    return parts.stream()
        .map(
            part ->
                part instanceof Expr.And || part instanceof Expr.Or
                    ? "（" + say(part) + "）"
                    : say(part))
        .collect(Collectors.joining(between));
  }

  private String compare(Expr.Compare compare) {
    var asked =
        compare.left() instanceof Expr.Answer(QuestionId id) ? List.of(id) : List.<QuestionId>of();
    var left = asked.isEmpty() ? say(compare.left()) : label(asked.getFirst());
    if (compare.right() instanceof Expr.Literal(Value value)
        && isEquality(compare)
        && isWord(value)) {
      boolean equal = compare.comparison() == Expr.Comparison.EQUAL;
      return left + (equal ? "：" : "不是") + value(value, asked);
    }
    var right =
        compare.right() instanceof Expr.Answer(QuestionId id) ? label(id) : say(compare.right());
    return left + sign(compare.comparison()) + right;
  }

  private static boolean isEquality(Expr.Compare compare) {
    return compare.comparison() == Expr.Comparison.EQUAL
        || compare.comparison() == Expr.Comparison.UNEQUAL;
  }

  private static boolean isWord(Value value) {
    return value instanceof Value.One
        || value instanceof Value.YesNo
        || value instanceof Value.Text;
  }

  private String value(Value value, List<QuestionId> asked) {
    return switch (value) {
      case Value.One(String option) -> asked.isEmpty() ? option : option(option, asked.getFirst());
      case Value.YesNo(boolean yes) -> yes ? "是" : "否";
      case Value.Whole whole -> Long.toString(whole.number());
      case Value.Decimal decimal -> decimal.number().toPlainString();
      case Value.Text(String text) -> "“" + text + "”";
      case Value.Date(var day) -> day.toString();
      case Value.Time(var time) -> time.toString();
      case Value.DateTime(var at) -> at.toString().replace('T', ' ');
      default -> ""; // no other constant can be written
    };
  }

  private boolean isYesNo(QuestionId id) {
    return form.question(id).map(Question::type).filter(Type.YesNo.class::isInstance).isPresent();
  }

  private String label(QuestionId id) {
    return form.question(id).map(Question::label).orElse(id.text());
  }

  private String option(String option, QuestionId id) {
    return form.question(id).map(question -> question.type().options()).orElse(List.of()).stream()
        .filter(one -> one.id().equals(option))
        .map(Option::label)
        .findFirst()
        .orElse(option);
  }

  private static String sign(Expr.Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> " = ";
      case UNEQUAL -> " ≠ ";
      case LESS -> " < ";
      case AT_MOST -> " ≤ ";
      case MORE -> " > ";
      case AT_LEAST -> " ≥ ";
    };
  }

  private static String sign(Expr.Operation operation) {
    return switch (operation) {
      case PLUS -> " + ";
      case MINUS -> " - ";
      case TIMES -> " × ";
    };
  }
}
