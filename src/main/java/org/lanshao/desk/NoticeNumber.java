package org.lanshao.desk;

import java.util.Optional;
import java.util.regex.Pattern;
import org.lanshao.reading.Folding;

/** The number that words begin with: 15, N15; with what follows. */
record NoticeNumber(String number, String rest) {
  private static final Pattern NUMBER = Pattern.compile("^n?0*([1-9]\\d{0,8})(?!\\d)");

  /** Empty when there is none. */
  static Optional<NoticeNumber> read(String text) {
    var folded = Folding.fold(text).strip();
    var found = NUMBER.matcher(folded);
    return found.find()
        ? Optional.of(new NoticeNumber("N" + found.group(1), folded.substring(found.end()).strip()))
        : Optional.empty();
  }

  /** The number that a text is and nothing else; empty when it is more or less. */
  static Optional<String> only(String text) {
    return read(text).filter(read -> read.rest().isEmpty()).map(NoticeNumber::number);
  }
}
