package org.lanshao.alert;

/** What a message says of danger. */
public enum Alarm {
  /** Nothing. */
  NONE,
  /** It holds words of danger: ask whether they are meant. */
  ASK,
  /** It begins with a word that raises at once. */
  RAISE
}
