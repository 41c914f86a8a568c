package org.lanshao.desk.notice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Practice;

/** The number that words begin with: 15, N15, of practice X15, NX15; with what follows. */
record NoticeNumber(String number, String rest) {
  private static final String LETTER = "N";
  private static final Pattern BETWEEN = Pattern.compile("^[、，,;；和及 ]+");
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

  /** The numbers that a text is made of, each once; empty when there is anything else in it. */
  static List<String> all(String text) {
    var numbers = new LinkedHashSet<String>();
    var rest = text;
    while (!rest.isEmpty()) {
      var read = read(rest);
      if (read.isEmpty()) {
        return List.of();
      }
      numbers.add(read.get().number());
      rest = BETWEEN.matcher(read.get().rest()).replaceFirst("");
    }
    return List.copyOf(numbers);
  }

  /** The number that a text is and nothing else; empty when it is more or less. */
  static Optional<String> only(String text) {
    return read(text).filter(read -> read.rest().isEmpty()).map(NoticeNumber::number);
  }
}
