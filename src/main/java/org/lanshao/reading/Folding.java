package org.lanshao.reading;

import java.util.Locale;

/**
 * Takes out of a message what does not change its meaning: width, case, kinds of space, invisible
 * characters. Unlike Unicode's NFKC it does not make plain digits of ² or ½, which would change a
 * number.
 */
public final class Folding {
  private Folding() {}

  /** Half-width, lower case, spaces single and none at the ends; 、 and 。 stay. */
  public static String fold(String text) {
    if (isFolded(text)) {
      return text;
    }
    var out = new StringBuilder(text.length());
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      fold(c, out);
    }
    return out.toString().strip().toLowerCase(Locale.ROOT);
  }

  /** Most messages and nearly all labels need nothing done. */
  private static boolean isFolded(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Folded, without any space and without punctuation at its ends: two of the same are equal. */
  public static String tight(String text) {
    var folded = fold(text).replace(" ", "");
    int from = 0;
    int to = folded.length();
    while (from < to && isPunctuation(folded.charAt(from))) {
      from++;
    }
    while (to > from && isPunctuation(folded.charAt(to - 1))) {
      to--;
    }
    return folded.substring(from, to);
  }

  /**
   * A text answer as it is kept: as written, but without white space at its ends, and without what
   * no database or document could hold (control characters other than line ends, halves of
   * characters).
   */
  public static String keep(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .forEach(c -> out.appendCodePoint(isSurrogate(c) ? '\uFFFD' : c));
    return out.toString().strip();
  }

  private static boolean isPlain(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
  }

  private static void fold(int c, StringBuilder out) {
    if (isPlain(c)) {
      out.append((char) c);
    } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      space(out);
    } else if (c >= 0xFF01 && c <= 0xFF5E) {
      out.append((char) (c - 0xFEE0));
    } else if (c >= 0x2460 && c <= 0x2473) {
      circled(c - 0x2460 + 1, out);
    } else if (c >= 0x2776 && c <= 0x277F) {
      circled(c - 0x2776 + 1, out);
    } else if (!isInvisible(c)) {
      out.appendCodePoint(c);
    }
  }

  /** ①③ is 1 and 3, not 13. */
  private static void circled(int number, StringBuilder out) {
    space(out);
    out.append(number).append(' ');
  }

  private static void space(StringBuilder out) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
      out.append(' ');
    }
  }

  /** Joiners, marks of direction, emoji variants and skin tones, the frame of 1️⃣. */
  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
      default -> c == 0xFE0F || c == 0xFE0E || c == 0x20E3 || (c >= 0x1F3FB && c <= 0x1F3FF);
    };
  }

  private static boolean isSurrogate(int c) {
    return Character.getType(c) == Character.SURROGATE;
  }

  private static boolean isPunctuation(char c) {
    return "。.，,！!？?；;：:、~～…·\"'“”‘’".indexOf(c) >= 0;
  }
}
