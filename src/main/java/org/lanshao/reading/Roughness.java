package org.lanshao.reading;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How exactly an amount was said. 200多名 and 约200人 are about 200; 十来个, 两三个, 不到200人 are no number,
 * and neither is 约10人: so few can be counted.
 *
 * @param said the tight text
 * @param bare without the words for 共, 只 and 约
 * @param rough whether such words were there
 */
record Roughness(String said, String bare, boolean rough) {
  private static final Pattern LEAD =
      Pattern.compile("^(?:一共有?|总共有?|合计|共计|共有?|有|就是?|得返?|净系|淨係)[:是为]?");
  private static final Pattern END = Pattern.compile("[啊呀啦了喔哦呢嘅咯哈噢]+$");
  private static final Pattern ABOUT_LEAD =
      Pattern.compile("^(?:大概|大约|约莫|约|差不多|超过|about|around|roughly|approximately|over|morethan)有?");
  private static final Pattern ABOUT_END = Pattern.compile("(?:左右|上下|以上)$");
  private static final Pattern MORE = Pattern.compile("(?<=[\\d十百千万零])[多余](?=\\D*$)");
  private static final Pattern POINT = Pattern.compile("^[.]\\d");
  private static final Pattern TWO_NUMBERS = Pattern.compile("\\d \\d");
  private static final Pattern NUMERAL = Pattern.compile("[\\d零〇一二两兩三四五六七八九十百千万廿卅]");
  private static final Pattern INEXACT =
      Pattern.compile(
          "多|几|幾|来|余|左右|上下|以上|以下|大概|大约|约|差不多|近|至少|最多|不到|不止|超过|数十|上百|成百|或|到|至|[-~–—]|\\d\\+$|^[<>]");
  private static final Pattern TWO_IN_A_ROW = Pattern.compile("[一二两三四五六七八九]{2}");
  private static final Pattern NO_NUMBER = Pattern.compile("好?[几幾]|数[个十百千万]|一些|很多|好多|不少");

  /** Fewer than these are counted, not guessed. */
  private static final BigDecimal FEWEST = BigDecimal.valueOf(20);

  /** How a message says its amount. */
  static Roughness of(String text) {
    if (TWO_NUMBERS.matcher(Folding.fold(text)).find()) {
      return new Roughness("", "", false);
    }
    boolean point = POINT.matcher(Folding.fold(text)).find();
    var whole = END.matcher((point ? "0." : "") + Folding.tight(text)).replaceFirst("");
    var said = LEAD.matcher(whole).replaceFirst("");
    var lead = ABOUT_LEAD.matcher(said).replaceFirst("");
    var end = ABOUT_END.matcher(lead).replaceFirst("");
    var bare = MORE.matcher(end).replaceFirst("");
    return new Roughness(said, bare, !bare.equals(said));
  }

  /** The text that may be a number with its unit; empty when there is none. */
  Optional<String> exact() {
    return bare.isEmpty() ? Optional.empty() : Optional.of(bare);
  }

  /**
   * What {@code taken} makes of the number, told whether it is rough; vague if it is too small for
   * that.
   */
  Reading judged(BigDecimal number, Function<Boolean, Reading> taken) {
    boolean round = number.stripTrailingZeros().scale() < 0;
    return !rough || (round && number.compareTo(FEWEST) >= 0)
        ? taken.apply(rough)
        : new Reading.Vague();
  }

  /** A numeral with a word that blurs it, or two numerals in a row: 两三个. */
  boolean isVague() {
    boolean blurred = INEXACT.matcher(said).find() || TWO_IN_A_ROW.matcher(said).find();
    return (blurred && NUMERAL.matcher(said).find())
        || NO_NUMBER.matcher(said).lookingAt()
        || EnglishNumbers.isVague(said);
  }
}
