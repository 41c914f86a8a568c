package org.lanshao.drawing;

import java.util.List;
import org.lanshao.form.Check;
import org.lanshao.form.ConditionText;
import org.lanshao.form.Form;

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

  /** What a submission gets. */
  static String number(Form form) {
    return "提交，编号 %s1、%s2……".formatted(form.number(), form.number());
  }
}
