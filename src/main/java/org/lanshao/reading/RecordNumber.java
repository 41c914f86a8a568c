package org.lanshao.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The number of a record as people write it: V102, v 102, 第102号.
 *
 * @param letter one or two, in upper case, with the mark of {@link Practice} where that was
 *     written; empty text where none was
 * @param digits without zeros in front
 * @param rest what follows, without the spaces between
 */
public record RecordNumber(String letter, String digits, String rest) {
  /** A form has one or two letters, and its practice a mark behind them. */
  private static final String LETTERS = "((?:[a-z]{1,2}x?)?)";

  private static final String DIGITS = "0*([1-9]\\d{0,11})(?!\\d)";
  private static final Pattern WRITTEN =
      Pattern.compile("(?:编号|第)?\\s*" + LETTERS + "\\s*" + DIGITS + "\\s*号?[\\s,:;。、]*");
  private static final Pattern WITHIN = Pattern.compile("(?<![a-z])" + LETTERS + DIGITS);

  /** The number that a text begins with; empty when it begins with none. */
  public static Optional<RecordNumber> first(String text) {
    var kept = Folding.keep(text);
    var matcher = WRITTEN.matcher(FieldText.fold(kept));
    return matcher.lookingAt()
        ? Optional.of(
            new RecordNumber(
                matcher.group(1).toUpperCase(Locale.ROOT),
                matcher.group(2),
                kept.substring(matcher.end()).strip()))
        : Optional.empty();
  }

  /** All that stand in a text, in their order; what follows each is left out. */
  public static Stream<RecordNumber> in(String text) {
    return WITHIN
        .matcher(Folding.tight(text))
        .results()
        .map(
            found -> new RecordNumber(found.group(1).toUpperCase(Locale.ROOT), found.group(2), ""));
  }

  /** What a number begins with: VA for VA12, and for VA. */
  public static String letters(String number) {
    int end = 0;
    while (end < number.length() && number.charAt(end) >= 'A' && number.charAt(end) <= 'Z') {
      end++;
    }
    return number.substring(0, end);
  }

  /** The same digits with this letter. */
  public RecordNumber of(String otherLetter) {
    return new RecordNumber(otherLetter, digits, rest);
  }

  /** As it stands in the records: V102, VA102; without the letter where none was written. */
  public String text() {
    return letter + digits;
  }
}
