package org.lanshao.reading;

import java.util.regex.Pattern;
import org.lanshao.form.Value;

/**
 * Reads a telephone number of the mainland: a mobile one of 11 digits, or a fixed one with its area
 * code. Spaces, dashes, brackets, +86 and 电话 before it do not matter.
 */
final class Phones {
  private static final Pattern LABEL =
      Pattern.compile("^(?:联系)?(?:电话|手机|tel|phone)(?:号码?)?[:,是为]?");
  private static final Pattern BETWEEN = Pattern.compile("[ ()\\-–—]");
  private static final Pattern COUNTRY = Pattern.compile("^(?:\\+86|0086|86(?=1\\d{10}$))");

  /** 010 and 02X have eight digits behind them, the others seven or eight. */
  private static final Pattern NUMBER =
      Pattern.compile("1[3-9]\\d{9}|0(?:10|2\\d)\\d{8}|0[3-9]\\d{2}\\d{7,8}");

  private static final String SIGNS = "零一二三四五六七八九";

  private Phones() {}

  /** Reads the whole text. */
  static Reading read(String text) {
    var said = LABEL.matcher(Folding.tight(text)).replaceFirst("");
    var digits = COUNTRY.matcher(BETWEEN.matcher(digits(said)).replaceAll("")).replaceFirst("");
    return NUMBER.matcher(digits).matches()
        ? new Reading.Understood(new Value.Phone(digits))
        : new Reading.NotUnderstood();
  }

  /** 幺三八 as 138. */
  private static String digits(String text) {
    var digits = new StringBuilder();
    for (char c : text.replace('幺', '一').replace('〇', '零').toCharArray()) {
      int digit = SIGNS.indexOf(c);
      digits.append(digit < 0 ? c : (char) ('0' + digit));
    }
    return digits.toString();
  }
}
