package org.lanshao.notice;

/** What became of reading a warning. */
public sealed interface CapRead {
  /** It is one. */
  record Read(Warning warning) implements CapRead {}

  /**
   * It is none that is taken.
   *
   * @param field the name of the element at fault; empty text if it is no single one
   */
  record Wrong(CapCode code, String field) implements CapRead {}
}
