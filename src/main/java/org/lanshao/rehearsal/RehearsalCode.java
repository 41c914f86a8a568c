package org.lanshao.rehearsal;

import org.lanshao.form.Code;

/** The mistakes that rehearsals find. The guide explains each. */
public enum RehearsalCode implements Code {
  /** A head line that is none. */
  HEAD("L601"),
  /** A reply that is not the one written down. */
  DIFFERENT("L602"),
  /** A form, person or group that there is not. */
  CAST("L603"),
  /** A person who may not fill the form, or not there. */
  NOT_ALLOWED("L604"),
  /** A line of a matter that cannot be read. */
  GIVEN("L605"),
  /** A form that no transcript shows. */
  NO_TRANSCRIPT("L610"),
  /** A question that no transcript answers. */
  NOT_ASKED("L611"),
  /** A side of a condition that no transcript takes. */
  NOT_BRANCHED("L612"),
  /** A check that speaks up, or is insisted against, in no transcript. */
  NOT_CHECKED("L613"),
  /** A refusal that no transcript shows. */
  NOT_REFUSED("L614"),
  /** A line of open or follow that comes true in no transcript. */
  NOT_MOVED("L615");

  private final String text;

  RehearsalCode(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
