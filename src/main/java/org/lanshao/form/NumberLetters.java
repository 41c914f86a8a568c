package org.lanshao.form;

import java.util.regex.Pattern;

/**
 * What the numbers of a form's records begin with: one or two capital letters, V or VA. The second
 * is no X, since VX1 is the first number of what is done for practice with the form of V1.
 */
final class NumberLetters {
  private static final Pattern FIT = Pattern.compile("[A-Z][A-WYZ]?");
  private static final Pattern PRACTICE = Pattern.compile("[A-Z]X");

  private NumberLetters() {}

  /**
   * The letters under a key.
   *
   * @param example what may stand there
   * @return empty text when it is missing, or wrong, which is told
   */
  static String read(Section line, String key, String example) {
    var letters = line.required(key, example).orElse("");
    if (letters.isEmpty() || FIT.matcher(letters).matches()) {
      return letters;
    }
    boolean practice = PRACTICE.matcher(letters).matches();
    line.wrong(
        FormCode.NUMBER_LETTER,
        key,
        practice
            ? "%s“%s”不能用：%s1 是 %s 的演练编号。".formatted(key, letters, letters, letters.charAt(0))
            : "%s“%s”不对。".formatted(key, Section.shorten(letters)),
        practice
            ? "第二个字母不用 X，例如 %sA。".formatted(letters.charAt(0))
            : "写一个或两个大写英文字母，例如 %s 或 %sA。".formatted(example, example));
    return "";
  }
}
