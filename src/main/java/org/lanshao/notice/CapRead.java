package org.lanshao.notice;

/** What became of reading a warning. */
public sealed interface CapRead {
  /** It is one. */
  record Read(Warning warning) implements CapRead {}

  /**
   * It is none that is taken.
   *
   * @param field the name of the element at fault; empty text if it is no single one
   * @param right what would be right there, in Chinese; empty text where the code says it
   */
  record Wrong(CapCode code, String field, String right) implements CapRead {
    /** For whoever runs the sender: where, what is wrong, and what would be right. */
    public String say() {
      return (field.isEmpty() ? "" : field + "：")
          + code.text()
          + (right.isEmpty() ? "" : "，" + right);
    }
  }
}
