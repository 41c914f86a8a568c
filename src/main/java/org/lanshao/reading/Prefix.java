package org.lanshao.reading;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Whether a message begins with a word, as people type it. */
public final class Prefix {
  private Prefix() {}

  /**
   * What follows the word when the text begins with it, else empty. Width, case and white space do
   * not matter: {@code 走访 石巷村}, {@code 走访石巷村} and {@code 走　访石巷村} all begin with 走访. The rest is as
   * it was written, without the white space and punctuation that parted it.
   */
  public static Optional<String> after(String word, String text) {
    int at = 0;
    for (int expected : folded(word).codePoints().toArray()) {
      at = skip(text, at, false);
      if (at >= text.length()) {
        return Optional.empty();
      }
      int found = text.codePointAt(at);
      if (folded(Character.toString(found)).codePointAt(0) != expected) {
        return Optional.empty();
      }
      at += Character.charCount(found);
    }
    return Optional.of(text.substring(skip(text, at, true)).strip());
  }

  private static int skip(String text, int from, boolean punctuation) {
    int at = from;
    while (at < text.length()) {
      int next = text.codePointAt(at);
      boolean space = Character.isWhitespace(next) || Character.isSpaceChar(next);
      if (!space && !(punctuation && "，,：:。.、；;！!".indexOf(next) >= 0)) {
        return at;
      }
      at += Character.charCount(next);
    }
    return at;
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
