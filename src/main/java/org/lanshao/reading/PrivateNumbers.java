package org.lanshao.reading;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The private numbers that stand in what people write, in figures of any width, perhaps with spaces
 * or dashes between: those of identity cards (GB 11643) and of mobile phones. Finding them is
 * strict, so that nobody is blamed for another number; hiding them is not, for a number with a
 * mistyped figure tells as much.
 */
public final class PrivateNumbers {
  /** What people write for figures and X, and what is meant, place by place. */
  private static final String WRITTEN = "０１２３４５６７８９零一二三四五六七八九〇幺ｘＸx×";

  private static final String MEANT = "0123456789012345678901XXXX";
  private static final String DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";
  private static final String FIGURE = "[0-9０-９]";
  private static final String WORD = "[零一二三四五六七八九〇幺]";
  private static final String SIGNS_BETWEEN = " -－–—　";
  private static final String BETWEEN = "[" + SIGNS_BETWEEN.replace("-", "\\-") + "]?";
  private static final Pattern NO_SIGN =
      Pattern.compile("[" + SIGNS_BETWEEN.replace("-", "\\-") + "]");

  /** Eighteen signs as cards have, or fifteen as those before 1999. */
  private static final Pattern CARD = number("(?:F_){14}(?:(?:F_){3}(?:F|[XxＸｘ×])|F)");

  /** With a day of birth at its place. */
  private static final Pattern WITH_DAY =
      Pattern.compile("\\d{6}(?:(?:19|20)\\d\\d" + DAY + "\\d{3}[\\dX]|\\d\\d" + DAY + "\\d{3})");

  private static final Pattern MASKED_CARD = Pattern.compile("(?<![\\d*])\\*{4}\\d{3}[\\dX]");
  private static final Pattern PHONE = number("F{3}_F{4}_F{4}");
  private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

  /** More figures in a row than anything is counted in, or those of a telephone in a house. */
  private static final Pattern MAYBE =
      Pattern.compile(
          "(?<![F*])(?:F{7,}[XxＸｘ]?|0F{2,3}_F{7,8})(?!F)"
              .replace("_", BETWEEN)
              .replace("F", FIGURE));

  /** Figures of a phone. */
  private static final int SHORTEST = 11;

  /** All but plain figures and signs are above. */
  private static final char FIRST_WIDE = '\u3000';

  private static final String STARS = "****";

  private PrivateNumbers() {}

  /** A kind of number. */
  public enum Kind {
    ID_NUMBER,
    PHONE
  }

  /** The kinds of numbers in a text: of cards those whose check digit is right. */
  public static Set<Kind> in(String text) {
    var kinds = EnumSet.noneOf(Kind.class);
    if (found(CARD, text).anyMatch(IdNumbers::isRight)) {
      kinds.add(Kind.ID_NUMBER);
    }
    if (phones(text).findAny().isPresent()) {
      kinds.add(Kind.PHONE);
    }
    return kinds;
  }

  /** As it may be said in private: of an identity number only the last four signs stay. */
  public static String masked(String text) {
    return replaced(CARD, text, card -> isLikely(card) ? STARS + last(card) : card);
  }

  /** As it may be said in a group: nothing of an identity number stays, masked or not. */
  public static String hidden(String text) {
    return MASKED_CARD.matcher(masked(text)).replaceAll(STARS);
  }

  /** The same text with those phone numbers masked that stand in what somebody said. */
  public static String withoutPhones(String text, String said) {
    var phones = holdsMany(said) ? phones(said).collect(Collectors.toSet()) : Set.of();
    return phones.isEmpty()
        ? text
        : replaced(
            PHONE,
            text,
            phone -> phones.contains(phone) ? phone.substring(0, 3) + STARS + last(phone) : phone);
  }

  /**
   * As it may be told to who may read nobody's numbers: of a mobile phone both ends stay, and
   * nothing of whatever else may be a number of a phone or card.
   */
  public static String concealed(String text) {
    return MAYBE.matcher(withoutPhones(hidden(text), text)).replaceAll(STARS);
  }

  private static Stream<String> phones(String text) {
    return found(PHONE, text).filter(phone -> MOBILE.matcher(phone).matches());
  }

  private static boolean isLikely(String card) {
    return WITH_DAY.matcher(card).matches() || IdNumbers.isRight(card);
  }

  private static String last(String number) {
    return number.substring(number.length() - 4);
  }

  private static Stream<String> found(Pattern what, String text) {
    return holdsMany(text)
        ? what.matcher(text).results().map(PrivateNumbers::signs)
        : Stream.empty();
  }

  /** The same text with something instead of each match; what stays the same stays as written. */
  private static String replaced(Pattern what, String text, UnaryOperator<String> instead) {
    if (!holdsMany(text)) {
      return text;
    }
    var next = new StringBuilder();
    int from = 0;
    for (MatchResult found : what.matcher(text).results().toList()) {
      var signs = signs(found);
      var other = instead.apply(signs);
      if (!other.equals(signs)) {
        next.append(text, from, found.start()).append(other);
        from = found.end();
      }
    }
    return from == 0 ? text : next.append(text, from, text.length()).toString();
  }

  /**
   * Whether as many figures as the shortest number has stand in a row, with at most one sign
   * between two of them: most texts are let through, which spares them the patterns.
   */
  private static boolean holdsMany(String text) {
    int figures = 0;
    boolean parted = false;
    for (int i = 0; i < text.length() && figures < SHORTEST; i++) {
      char sign = text.charAt(i);
      if (isFigure(sign)) {
        figures++;
        parted = false;
      } else if (parted || SIGNS_BETWEEN.indexOf(sign) < 0) {
        figures = 0;
      } else {
        parted = true;
      }
    }
    return figures == SHORTEST;
  }

  private static boolean isFigure(char sign) {
    return (sign >= '0' && sign <= '9') || (sign >= FIRST_WIDE && WRITTEN.indexOf(sign) >= 0);
  }

  /** What was meant, in plain figures with nothing between. */
  private static String signs(MatchResult found) {
    var signs = new StringBuilder(NO_SIGN.matcher(found.group()).replaceAll(""));
    for (int i = 0; i < signs.length(); i++) {
      int place = WRITTEN.indexOf(signs.charAt(i));
      signs.setCharAt(i, place < 0 ? signs.charAt(i) : MEANT.charAt(place));
    }
    return signs.toString();
  }

  /**
   * F stands for a figure, _ for what may stand between; no other figure stands beside it. Figures
   * and words for them are not mixed: 张三 is a name before a number.
   */
  private static Pattern number(String pattern) {
    var whole = ("(?<!F)" + pattern + "(?!F)").replace("_", BETWEEN);
    return Pattern.compile(whole.replace("F", FIGURE) + "|" + whole.replace("F", WORD));
  }
}
