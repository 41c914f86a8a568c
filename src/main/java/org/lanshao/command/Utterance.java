package org.lanshao.command;

/**
 * Words that ask for numbers, alone or on from those before.
 *
 * @param asking who said them, and what they are understood by on their day
 */
public record Utterance(String text, Asking asking) {
  /** Without the words. */
  @Override
  public String toString() {
    return "Utterance[" + asking.today() + "]";
  }
}
