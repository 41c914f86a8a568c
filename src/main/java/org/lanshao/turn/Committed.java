package org.lanshao.turn;

/** What became of a turn. */
public sealed interface Committed {
  /** It is durable. */
  record Done() implements Committed {}

  /** The message was handled before, here or on another node: this is the reply it got. */
  record Duplicate(String reply, boolean sentByOutbox) implements Committed {}

  /**
   * Somebody was faster: another turn of this conversation has this seq, another turn revised a
   * record that this one revises, or the directory was changed that this one changes. Load again
   * and step again.
   */
  record Overtaken() implements Committed {}
}
