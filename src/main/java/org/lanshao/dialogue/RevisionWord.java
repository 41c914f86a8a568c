package org.lanshao.dialogue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.reading.Beginnings;

/** The words with which people revise a record, or ask what became of it. */
public enum RevisionWord {
  CORRECT("更正", "改正", "修正", "订正", "纠正", "correct"),
  WITHDRAW("撤回", "撤销", "作废", "撤銷", "withdraw"),
  RETURN("退回", "打回", "return"),
  DETAIL("明细", "明細", "detail"),
  /** Only where no form is open, for it says what was wrong with the last record. */
  OBJECT("不对", "不對", "唔啱", "唔对", "搞错了", "搞错", "写错了", "写错", "填错了", "填错", "错了", "打错了", "打错", "wrong");

  private static final Beginnings<Said> LONGEST_FIRST =
      new Beginnings<>(
          Arrays.stream(values())
              .flatMap(word -> word.words.stream().map(text -> new Said(word, text)))
              .sorted(Comparator.comparingInt((Said said) -> said.rest().length()).reversed())
              .toList(),
          said -> List.of(said.rest()));

  @SuppressWarnings("ImmutableEnumChecker") // List.of is
  private final List<String> words;

  RevisionWord(String... words) {
    this.words = List.of(words);
  }

  /** Every word for it, the one that the desk itself uses first. */
  public List<String> words() {
    return words;
  }

  /** Every word that revises: no form may begin with one. */
  public static Set<String> vocabulary() {
    return Stream.of(values()).flatMap(w -> w.words.stream()).collect(Collectors.toSet());
  }

  /**
   * A word as it was said.
   *
   * @param rest what follows it
   */
  public record Said(RevisionWord word, String rest) {}

  /** The word that a message begins with, the longest one; empty when it begins with none. */
  public static Optional<Said> read(String text) {
    return LONGEST_FIRST.find(text).map(begun -> new Said(begun.meaning().word(), begun.rest()));
  }
}
