package org.lanshao.desk.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lanshao.reading.Beginnings;
import org.lanshao.reading.Folding;

/** What people say to an alert by its number; spaces within a word do not matter. */
public enum AlertWord {
  TAKE("接手", "我来处理", "我来", "takeover"),
  SEEN("收到", "已看到", "seen"),
  REPORT("续报", "續報", "update"),
  FINAL("终报", "終報", "final"),
  SETTLE("结案", "結案", "settled"),
  WITHDRAW("误报", "誤報", "falsealarm"),
  REOPEN("重开", "重開", "reopen"),
  DETAIL("明细", "明細", "detail"),
  YES("立即上报"),
  NO("不是");

  private static final Pattern NUMBER = Pattern.compile("(ex|e) ?(\\d{1,6})(?!\\d)[，,：:。.、；;\\s]*");

  private static final Beginnings<AlertWord> BEGINNINGS =
      new Beginnings<>(List.of(values()), word -> word.words);

  @SuppressWarnings("ImmutableEnumChecker") // List.of is
  private final List<String> words;

  AlertWord(String... words) {
    this.words = List.of(words);
  }

  /** Whether something must follow it. */
  boolean needsWords() {
    return switch (this) {
      case REPORT, FINAL, SETTLE, WITHDRAW, REOPEN -> true;
      case TAKE, SEEN, DETAIL, YES, NO -> false;
    };
  }

  /** The word as people are told it. */
  String text() {
    return words.getFirst();
  }

  /**
   * A word with what follows it.
   *
   * @param number of the alert; empty when none was said
   * @param rest what follows, as it was written
   */
  record Said(AlertWord word, Optional<String> number, String rest) {
    /** Whether it answers whether there is an emergency. */
    boolean isAnswer() {
      return number.isPresent() && (word == YES || word == NO);
    }

    /** Without what follows. */
    @Override
    public String toString() {
      return "Said[" + word + " " + number + "]";
    }
  }

  /** What a message says to an alert; empty when it does not begin with such a word. */
  static Optional<Said> read(String text) {
    return BEGINNINGS.find(text).map(begun -> said(begun.meaning(), begun.rest()));
  }

  private static Said said(AlertWord word, String rest) {
    var folded = Folding.fold(rest);
    var number = NUMBER.matcher(folded);
    if (!number.lookingAt()) {
      return new Said(word, Optional.empty(), rest);
    }
    var said = number.group(1).toUpperCase(Locale.ROOT) + Long.parseLong(number.group(2));
    var plain = folded.substring(number.end());
    // Folding may change lengths: the words as written are found by what follows the number.
    int from = rest.length() - plain.length();
    var written =
        from >= 0 && Folding.fold(rest.substring(from)).equals(plain)
            ? rest.substring(from)
            : plain;
    return new Said(word, Optional.of(said), written.strip());
  }

  /** The words that no form may begin with; 结案, 明细 and 收到 mean other things without an E. */
  public static List<String> firstWords() {
    var all = new ArrayList<>(List.of("险情", "演练"));
    Stream.of(TAKE, REPORT, FINAL, WITHDRAW, REOPEN).forEach(word -> all.addAll(word.words));
    return List.copyOf(all);
  }
}
