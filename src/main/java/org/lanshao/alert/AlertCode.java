package org.lanshao.alert;

import org.lanshao.form.Code;

/** The mistakes in the plans of alerts and of reminders. The guide explains each. */
public enum AlertCode implements Code {
  /** A length of time that cannot be. */
  BAD_TIME("L901"),
  /** Somebody or a level that there is not. */
  NO_SUCH_SLOT("L902"),
  /** A kind of emergency that there is not. */
  NO_SUCH_KIND("L903"),
  /** An area that there is not, or not one alone. */
  NO_SUCH_AREA("L904"),
  /** A plan that tells nobody at once. */
  NOBODY_AT_ONCE("L905"),
  /** Waves that do not follow each other. */
  WAVE_ORDER("L906"),
  /** No plan for everything else, or plans behind it. */
  LAST_PLAN("L907"),
  /** A plan of reminders without a reminder, or with one at once. */
  NO_REMINDER("L908");

  private final String text;

  AlertCode(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
