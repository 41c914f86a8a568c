package org.lanshao.desk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Practice;

/** The number that words begin with: 15, N15, of practice X15, NX15; with what follows. */
record NoticeNumber(String number, String rest) {
  private static final String LETTER = "N";
  private static final Pattern NUMBER = Pattern.compile("^n?(x?)0*([1-9]\\d{0,8})(?!\\d)");

  /** Empty when there is none. */
  static Optional<NoticeNumber> read(String text) {
    var folded = Folding.fold(text).strip();
    var found = NUMBER.matcher(folded);
    return found.find()
        ? Optional.of(new NoticeNumber(number(found), folded.substring(found.end()).strip()))
        : Optional.empty();
  }

  private static String number(Matcher found) {
    return begin(!found.group(1).isEmpty()) + found.group(2);
  }

  /** What the numbers of notices begin with. */
  static String begin(boolean practice) {
    return practice ? Practice.of(LETTER) : LETTER;
  }

  /** The number that a text is and nothing else; empty when it is more or less. */
  static Optional<String> only(String text) {
    return read(text).filter(read -> read.rest().isEmpty()).map(NoticeNumber::number);
  }
}
