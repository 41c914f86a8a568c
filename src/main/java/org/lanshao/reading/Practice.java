package org.lanshao.reading;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The numbers of what is done for practice: VX3 beside V3, VAX3 beside VA3. No form has letters
 * that end in the mark, unless it is its only one. They are a series of their own, so that practice
 * leaves no gap among what counts, and tell practice apart wherever a number goes.
 */
public final class Practice {
  /** The word before what is done for practice. */
  public static final String WORD = "演练";

  private static final char MARK = 'X';
  private static final Pattern NAMED = Pattern.compile("(?<![a-z0-9])[a-z]{1,2}x\\d{1,12}(?!\\d)");

  private Practice() {}

  /** Whether a number, or what numbers begin with, is of practice. */
  public static boolean is(String number) {
    var letters = RecordNumber.letters(number);
    return letters.length() > 1 && letters.charAt(letters.length() - 1) == MARK;
  }

  /** What the numbers of the practice of something begin with: VX for V. */
  public static String of(String letter) {
    return letter + MARK;
  }

  /** The letter of what is practised: V for VX. Of what is no practice its own letter. */
  public static String letter(String begin) {
    var letters = RecordNumber.letters(begin);
    return is(begin) ? letters.substring(0, letters.length() - 1) : letters;
  }

  /** What is to be practised with these words; empty when they do not say that it is practice. */
  public static Optional<String> rest(String text) {
    return Prefix.after(WORD, text).filter(rest -> !rest.isEmpty());
  }

  /** Whether words name a number of practice. */
  public static boolean isNamed(String text) {
    return NAMED.matcher(Folding.tight(text)).find();
  }
}
