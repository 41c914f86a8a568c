package org.lanshao.reading;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whole numbers as people write them: 3, 1,200, 2万, 三, 两, 俩, 十二, 一百零五, 一百二, 廿三, and three in
 * English. An amount that is not exact (两三, 十几) is not a number.
 */
public final class Numbers {
  private static final Pattern DIGITS = Pattern.compile("-?\\d{1,18}");
  private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3}){1,5}");
  private static final Pattern SCALED = Pattern.compile("(\\d{1,9})([百千万])");
  private static final String ONES = "零一二三四五六七八九";

  /** The signs of cheques and receipts, and the common ones. */
  private static final String FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟貳參陸";

  private static final String COMMON = "一二三四五六七八九十百千二三六";

  /** 一二〇 is 120; without a zero it could be 一两. */
  private static final Pattern BY_DIGITS =
      Pattern.compile("(?=.*[零0])(?=.*[零一二三四五六七八九])[1-9一二三四五六七八九][\\d零一二三四五六七八九]{1,8}");

  /** Thousands, hundreds, a zero, tens, ones; each may be missing. */
  private static final Pattern CHINESE =
      Pattern.compile(
          "(?:([一二两三四五六七八九])千)?(?:([一二两三四五六七八九])百)?(零)?" + "(?:([一二三四五六七八九]?)(十))?([一二两三四五六七八九])?");

  private Numbers() {}

  /** Whether a text is digits and nothing else, in either width: the shortest answer there is. */
  public static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < '０' || c > '９')) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** The number that a folded text as a whole is, or empty. */
  public static OptionalLong read(String folded) {
    if (DIGITS.matcher(folded).matches()) {
      return OptionalLong.of(Long.parseLong(folded));
    }
    if (GROUPED.matcher(folded).matches()) {
      return OptionalLong.of(Long.parseLong(folded.replace(",", "")));
    }
    var scaled = SCALED.matcher(folded);
    if (scaled.matches()) {
      return OptionalLong.of(Long.parseLong(scaled.group(1)) * scale(scaled.group(2)));
    }
    return switch (folded) {
      case "俩" -> OptionalLong.of(2);
      case "仨" -> OptionalLong.of(3);
      default -> words(folded);
    };
  }

  private static OptionalLong words(String folded) {
    var number = chinese(plain(folded));
    return number.isPresent() ? number : EnglishNumbers.read(folded);
  }

  /** One sign for each numeral. */
  private static String plain(String text) {
    var common = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      int place = FORMAL.indexOf(text.charAt(i));
      if (place >= 0) {
        common.setCharAt(i, COMMON.charAt(place));
      }
    }
    return common
        .toString()
        .replace('〇', '零')
        .replace('兩', '两')
        .replace('萬', '万')
        .replace("廿", "二十")
        .replace("卅", "三十");
  }

  private static OptionalLong chinese(String text) {
    if (text.startsWith("负") && text.length() > 1) {
      var number = chinese(text.substring(1));
      return number.isPresent() ? OptionalLong.of(-number.getAsLong()) : number;
    }
    int wan = text.indexOf('万');
    return wan < 0 ? belowWan(text) : wan(text.substring(0, wan), text.substring(wan + 1));
  }

  private static OptionalLong wan(String high, String low) {
    var above = belowWan(high);
    var below = afterWan(low);
    return above.isPresent() && above.getAsLong() > 0 && below.isPresent()
        ? OptionalLong.of(above.getAsLong() * 10_000 + below.getAsLong())
        : OptionalLong.empty();
  }

  /** What follows 万: 一万二 is 12,000, 一万零二 is 10,002, 一万两千 is 12,000. */
  private static OptionalLong afterWan(String low) {
    if (low.isEmpty()) {
      return OptionalLong.of(0);
    }
    if (low.length() == 1 && ONES.indexOf(low.charAt(0)) > 0) {
      return OptionalLong.of(1_000L * one(low));
    }
    boolean zero = low.startsWith("零") && low.length() > 1;
    return zero || low.indexOf('千') == 1
        ? belowWan(zero ? low.substring(1) : low)
        : OptionalLong.empty();
  }

  private static OptionalLong belowWan(String text) {
    if (BY_DIGITS.matcher(text).matches()) {
      long number = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        number = number * 10 + (Character.isDigit(c) ? c - '0' : ONES.indexOf(c));
      }
      return OptionalLong.of(number);
    }
    if (text.equals("零")) {
      return OptionalLong.of(0);
    }
    var found = CHINESE.matcher(text);
    return !text.isEmpty() && found.matches() && isSaid(found)
        ? OptionalLong.of(sum(found))
        : OptionalLong.empty();
  }

  /** Leaves out what nobody says (一千二十, 一百零, 二十两) or says of something inexact. */
  private static boolean isSaid(Matcher found) {
    boolean thousands = found.group(1) != null;
    boolean hundreds = found.group(2) != null;
    boolean zero = found.group(3) != null;
    boolean tens = found.group(5) != null;
    var ones = found.group(6);
    if (ones != null && ones.equals("两") && found.end() > 1) {
      return false;
    }
    if (zero) {
      return (hundreds && !tens && ones != null)
          || (thousands && !hundreds && (tens || ones != null));
    }
    return !(thousands && !hundreds && tens);
  }

  private static long sum(Matcher found) {
    long thousands = one(found.group(1)) * 1_000L;
    long hundreds = one(found.group(2)) * 100L;
    long ones = one(found.group(6));
    if (found.group(5) != null) {
      long tens = "".equals(found.group(4)) ? 1 : one(found.group(4));
      return thousands + hundreds + tens * 10 + ones;
    }
    boolean tail = found.group(3) == null && (thousands > 0 || hundreds > 0);
    return thousands + hundreds + ones * (tail ? hundreds > 0 ? 10 : 100 : 1);
  }

  private static int one(@Nullable String digit) {
    if (digit == null) {
      return 0;
    }
    return digit.equals("两") ? 2 : ONES.indexOf(digit);
  }

  private static long scale(String unit) {
    return switch (unit) {
      case "百" -> 100;
      case "千" -> 1_000;
      default -> 10_000;
    };
  }
}
