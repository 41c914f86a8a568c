package org.lanshao.notice;

/** What a warning does: CAP 1.2 (OASIS) 3.2.1, {@code msgType}. */
public enum Act {
  /** It is new (首次). */
  ALERT,
  /** It takes the place of those that it refers to (更新). */
  UPDATE,
  /** It ends those that it refers to (解除). */
  CANCEL
}
