package org.lanshao.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a record as people write it: V102, v 102, 第102号.
 *
 * @param letter in upper case, with the mark of {@link Practice} where that was written; empty text
 *     where none was
 * @param digits without zeros in front
 * @param rest what follows, without the spaces between
 */
public record RecordNumber(String letter, String digits, String rest) {
  private static final Pattern WRITTEN =
      Pattern.compile("(?:编号|第)?\\s*((?:[a-z]x?)?)\\s*0*([1-9]\\d{0,11})(?!\\d)\\s*号?[\\s,:;。、]*");

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

  /** The same digits with this letter. */
  public RecordNumber of(String otherLetter) {
    return new RecordNumber(otherLetter, digits, rest);
  }

  /** As it stands in the records: V102; without the letter where none was written. */
  public String text() {
    return letter + digits;
  }
}
