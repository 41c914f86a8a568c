package org.lanshao.notice;

/** Ends the reading of a document that is wrong; caught by {@link CapReader}. */
final class CapWrong extends Exception {
  private static final long serialVersionUID = 1;

  private final CapCode code;
  private final String field;

  CapWrong(CapCode code, String field) {
    super(code.word() + " " + field, null, false, false);
    this.code = code;
    this.field = field;
  }

  CapRead.Wrong read() {
    return new CapRead.Wrong(code, field);
  }
}
