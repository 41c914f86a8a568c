package org.lanshao.notice;

import java.util.List;

/** Ends the reading of a document that is wrong; caught by {@link CapReader}. */
final class CapWrong extends Exception {
  private static final long serialVersionUID = 1;

  private final CapCode code;
  private final String field;
  private final String right;

  /** The code says what would be right. */
  CapWrong(CapCode code, String field) {
    this(code, field, "");
  }

  /** A value that is none; this would be right. */
  CapWrong(String field, String right) {
    this(CapCode.BAD_VALUE, field, right);
  }

  private CapWrong(CapCode code, String field, String right) {
    super(code.word() + " " + field, null, false, false);
    this.code = code;
    this.field = field;
    this.right = right;
  }

  /** One of these would be right. */
  static CapWrong not(CapCode code, String field, List<String> values) {
    return new CapWrong(code, field, "要写 " + String.join("、", values) + " 之一");
  }

  CapRead.Wrong read() {
    return new CapRead.Wrong(code, field, right);
  }
}
