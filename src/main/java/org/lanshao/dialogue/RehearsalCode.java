package org.lanshao.dialogue;

import org.lanshao.form.Code;

/** The mistakes that rehearsals find. The guide explains each. */
public enum RehearsalCode implements Code {
  /** A transcript that names no form or person that there is. */
  CAST("L601"),
  /** A reply that is not the one written down. */
  DIFFERENT("L602");

  private final String text;

  RehearsalCode(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
