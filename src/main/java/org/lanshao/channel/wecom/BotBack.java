package org.lanshao.channel.wecom;

/**
 * What answering a message of a smart bot takes.
 *
 * @param nonce of its request, which the response repeats
 * @param url where it can be answered later; a secret; empty text if nowhere
 */
record BotBack(String nonce, String url) {
  /** As one text: {@code <nonce> <url>}. */
  String text() {
    return nonce.replace(" ", "") + " " + url;
  }

  /** What {@link #text} made. */
  static BotBack of(String text) {
    int space = text.indexOf(' ');
    return space < 0
        ? new BotBack(text, "")
        : new BotBack(text.substring(0, space), text.substring(space + 1));
  }

  /** Without the address. */
  @Override
  public String toString() {
    return "BotBack[]";
  }
}
