package org.lanshao.channel.wecom;

import org.lanshao.message.Reply;

/**
 * What a button of a card comes back with: {@code lanshao/<length of question>/<length of
 * say>/<question><say><label>}, lengths in UTF-16 units. A key of another make says itself.
 */
final class ButtonKey {
  /** The most that a key may hold, in bytes. */
  static final int MAX_BYTES = 1_024;

  private static final String MARK = "lanshao/";

  private ButtonKey() {}

  /** The key of a choice. */
  static String of(Reply.Choice choice) {
    return MARK
        + choice.question().length()
        + "/"
        + choice.say().length()
        + "/"
        + choice.question()
        + choice.say()
        + choice.label();
  }

  /** The choice of a key. */
  static Reply.Choice read(String key) {
    if (!key.matches("(?s)" + MARK + "\\d{1,4}/\\d{1,4}/.*")) {
      return new Reply.Choice(key, key);
    }
    String[] parts = key.substring(MARK.length()).split("/", 3);
    int question = Integer.parseInt(parts[0]);
    int say = question + Integer.parseInt(parts[1]);
    String text = parts[2];
    return say > text.length()
        ? new Reply.Choice(key, key)
        : new Reply.Choice(
            text.substring(say), text.substring(question, say), text.substring(0, question));
  }
}
