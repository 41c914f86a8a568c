package org.lanshao.drawing;

import java.util.List;
import java.util.stream.Stream;
import org.lanshao.form.Check;
import org.lanshao.form.ConditionText;
import org.lanshao.form.Expr;
import org.lanshao.form.Follows;
import org.lanshao.form.Form;
import org.lanshao.form.MatterKind;
import org.lanshao.form.Question;

/** What stands around the questions: how a form is opened, checked and numbered. */
final class Ending {
  private Ending() {}

  /** The words that open it. */
  static String start(Form form) {
    return String.join(" / ", form.start());
  }

  /** What is looked at when all is answered, one line each. */
  static List<String> checks(Form form) {
    return form.checks().stream().map(check -> check(check, form)).toList();
  }

  private static String check(Check check, Form form) {
    var condition = ConditionText.of(check.that(), form);
    return switch (check.level()) {
      case CONFIRM -> condition + "，不然问一句";
      case REFUSE -> condition + "，不然不收";
    };
  }

  /** What becomes of matters with a record, one line each. */
  static List<String> matters(Form form) {
    var opens =
        form.matters().opens().stream()
            .map(
                line ->
                    when(line.when(), form)
                        + "开出 %s 编号，%s"
                            .formatted(line.letter(), state(line.letter(), line.state(), form)));
    var follows =
        form.matters().follows().stream()
            .map(line -> when(line.when(), form) + follows(line, form));
    return Stream.concat(opens, follows).toList();
  }

  private static String follows(Follows line, Form form) {
    var label = form.question(line.question()).map(Question::label).orElse("");
    return line.state().map(state -> "%s变成 %s".formatted(label, state)).orElse(label + "记一笔");
  }

  /** What people read of a state, where the form itself tells it. */
  private static String state(String letter, String state, Form form) {
    return form.matters()
        .kind()
        .filter(kind -> form.number().equals(letter))
        .flatMap(kind -> kind.state(state))
        .map(MatterKind.State::label)
        .orElse(state);
  }

  private static String when(Expr condition, Form form) {
    return condition.equals(Expr.ALWAYS) ? "" : ConditionText.of(condition, form) + "：";
  }

  /** What a submission gets. */
  static String number(Form form) {
    return "提交，编号 %s1、%s2……".formatted(form.number(), form.number());
  }
}
