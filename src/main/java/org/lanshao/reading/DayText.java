package org.lanshao.reading;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings the ways of writing days to one: no spaces, one dash, 日 for 号, digits, years as numbers,
 * Chinese words.
 */
final class DayText {
  private static final Pattern DASHES = Pattern.compile("[-–—−~〜～]+");
  private static final Pattern NUMERAL = Pattern.compile("[零〇一二三四五六七八九十两廿卅]+");
  private static final Pattern YEAR = Pattern.compile("[零〇一二三四五六七八九]{4}");
  private static final Pattern TENS = Pattern.compile("(?:([一二三四五六七八九]?)十)?([零一二三四五六七八九]?)");
  private static final String DIGITS = "零一二三四五六七八九";

  private DayText() {}

  static String plain(String text, LocalDate today) {
    var plain =
        EnglishDays.plain(Folding.fold(text).replace(" ", ""))
            .replaceAll("号(?!(?:之|以)?[前后])", "日")
            .replace("月份", "月")
            .replaceAll("今年(?!度)|本年(?!度)", today.getYear() + "年")
            .replaceAll("明年(?!度)", today.getYear() + 1 + "年")
            .replaceAll("(?<!\\d)(\\d{2})年(?=\\d{1,2}月)", "20$1年")
            .replace("去年", today.getYear() - 1 + "年")
            .replace("前年", today.getYear() - 2 + "年")
            .replaceAll("(?<=\\d{4}年)年(?=初)", "");
    return digits(DASHES.matcher(plain).replaceAll("-"));
  }

  /** A text with its numbers up to 99, and its years, as digits. */
  static String digits(String plain) {
    return NUMERAL
        .matcher(plain)
        .replaceAll(found -> Matcher.quoteReplacement(number(found.group())));
  }

  /** 二〇二二 is 2022, and numbers up to 99 by their tens; anything else stays as it is. */
  private static String number(String numeral) {
    var plain = numeral.replace('〇', '零').replace('两', '二').replace("廿", "二十").replace("卅", "三十");
    if (YEAR.matcher(numeral).matches()) {
      var digits = new StringBuilder();
      plain.chars().forEach(c -> digits.append(DIGITS.indexOf(c)));
      return digits.toString();
    }
    var tens = TENS.matcher(plain);
    if (!tens.matches()) {
      return numeral;
    }
    boolean ten = plain.indexOf('十') >= 0;
    int high = !ten || tens.group(1).isEmpty() ? 1 : DIGITS.indexOf(tens.group(1));
    int low = tens.group(2).isEmpty() ? 0 : DIGITS.indexOf(tens.group(2));
    return Integer.toString(ten ? high * 10 + low : low);
  }
}
