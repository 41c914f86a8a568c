package org.lanshao.channel.wecom;

/**
 * Text fit for the platform: without what XML 1.0 cannot hold, and without the control characters
 * that it could. Both are refused in JSON, where they would have to be escaped (errcode 40033), or
 * can crash clients (82004).
 */
final class SafeText {
  private SafeText() {}

  /** The text without control characters other than tab and line ends, and without half pairs. */
  static String of(String text) {
    int bad = nextBad(text, 0);
    if (bad == text.length()) {
      return text;
    }
    var kept = new StringBuilder(text.length());
    int from = 0;
    while (bad < text.length()) {
      kept.append(text, from, bad);
      from = bad + 1;
      bad = nextBad(text, from);
    }
    return kept.append(text, from, text.length()).toString();
  }

  private static int nextBad(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (!isSafe(point)) {
        return at;
      }
      at += Character.charCount(point);
    }
    return at;
  }

  private static boolean isSafe(int point) {
    return (point >= 0x20 && point <= 0x7E)
        || (point >= 0xA0 && point <= 0xD7FF)
        || point == '\n'
        || point == '\t'
        || point == '\r'
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
