package org.lanshao.reading;

/**
 * A message with each character in its plain form, so that places in both are the same: half-width,
 * lower case, one kind of space.
 */
final class Plain {
  private static final String HARD = " \n,。;!?";
  private static final String SOFT = "、/+&|:\"'()~“”‘’《》【】…-—";

  private Plain() {}

  static String of(String text) {
    var plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      plain.append(plain(text.charAt(i)));
    }
    return plain.toString();
  }

  private static char plain(char c) {
    if (c >= '\u4e00' && c <= '\u9fff') {
      return c == '個' ? '个' : c;
    }
    if (c >= 0xFF01 && c <= 0xFF5E) {
      return Character.toLowerCase((char) (c - 0xFEE0));
    }
    if (c == '\n' || c == '\r' || c == '\u2028') {
      return '\n';
    }
    boolean blank =
        Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    return blank || Character.getType(c) == Character.FORMAT ? ' ' : Character.toLowerCase(c);
  }

  /** Whether a character ends a clause. */
  static boolean isHard(char c) {
    return HARD.indexOf(c) >= 0;
  }

  /** A letter of a folded Latin word. */
  static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** Whether a character parts words at all. */
  static boolean isBetween(char c) {
    return HARD.indexOf(c) >= 0 || SOFT.indexOf(c) >= 0;
  }
}
