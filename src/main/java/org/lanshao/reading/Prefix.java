package org.lanshao.reading;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/** Whether a message begins with a word, as people type it. */
public final class Prefix {
  /** The common Han characters of Unicode, which stand for themselves. */
  private static final int FIRST_HAN = 0x4E00;

  private static final int LAST_HAN = 0x9FFF;

  private Prefix() {}

  /**
   * What follows the word when the text begins with it, else empty. Width, case, white space and
   * invisible characters do not matter: {@code 走访 石巷村}, {@code 走访石巷村} and {@code 走　访石巷村} all begin
   * with 走访. The rest is as it was written, without the white space and punctuation that parted it.
   */
  public static Optional<String> after(String word, String text) {
    int at = 0;
    for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
      at = skip(text, at, false);
      if (at >= text.length() || folded(text.codePointAt(at)) != folded(word.codePointAt(i))) {
        return Optional.empty();
      }
      at += Character.charCount(text.codePointAt(at));
    }
    return Optional.of(text.substring(skip(text, at, true)).strip());
  }

  /** As {@link #after(String, String)}, for the first of these words that the text begins with. */
  public static Optional<String> after(List<String> words, String text) {
    int first = first(text);
    for (String word : words) {
      if (first(word) == first) {
        var rest = after(word, text);
        if (rest.isPresent()) {
          return rest;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The character that a text begins with, as {@link #after} compares it: two texts with different
   * ones do not begin with each other. -1 when there is none.
   */
  static int first(String text) {
    int at = skip(text, 0, false);
    return at < text.length() ? folded(text.codePointAt(at)) : -1;
  }

  private static int skip(String text, int from, boolean punctuation) {
    int at = from;
    while (at < text.length()) {
      int next = text.codePointAt(at);
      if (isHan(next) || isPlain(next)) {
        return at;
      }
      if (!isBlank(next) && !(punctuation && "，,：:。.、；;！!".indexOf(next) >= 0)) {
        return at;
      }
      at += Character.charCount(next);
    }
    return at;
  }

  /** White space, control characters, and what is not seen at all, such as a byte order mark. */
  private static boolean isBlank(int point) {
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || Character.isISOControl(point)
        || Character.getType(point) == Character.FORMAT;
  }

  /** The first code point of the folded one; what people mostly type needs no look-up. */
  private static int folded(int point) {
    if (point < 0x80) {
      return Character.toLowerCase(point);
    }
    if (isHan(point)) {
      return point;
    }
    String normal = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
    return Character.toLowerCase(normal.codePointAt(0));
  }

  private static boolean isHan(int point) {
    return point >= FIRST_HAN && point <= LAST_HAN;
  }

  private static boolean isPlain(int point) {
    return (point >= '0' && point <= '9')
        || (point >= 'a' && point <= 'z')
        || (point >= 'A' && point <= 'Z');
  }
}
