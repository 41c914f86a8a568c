package org.lanshao.notice;

/** Whether a notice is meant: CAP 1.2 (OASIS) 3.2.1, {@code status}. */
public enum Status {
  /** It is. */
  ACTUAL,
  /** Practice for those who are told so. */
  EXERCISE,
  /** Only the line is tried. */
  TEST;

  /** Whether it is marked, asked for by nobody and counted nowhere. */
  public boolean isPractice() {
    return this != ACTUAL;
  }
}
