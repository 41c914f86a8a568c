package org.lanshao.notice;

import java.util.List;
import java.util.Optional;
import org.lanshao.reading.Folding;

/**
 * How high an emergency response (应急响应) is, the highest first. It is a scale of its own: no grade
 * is any colour of a warning signal.
 */
public enum Grade {
  /** Ⅰ级. */
  FIRST("Ⅰ", "I", "一", "1"),
  /** Ⅱ级. */
  SECOND("Ⅱ", "II", "二", "2"),
  /** Ⅲ级. */
  THIRD("Ⅲ", "III", "三", "3"),
  /** Ⅳ级. */
  FOURTH("Ⅳ", "IV", "四", "4"),
  /** The stage before a response that some plans have. */
  WATCH("关注", "防御关注");

  @SuppressWarnings("ImmutableEnumChecker") // List.of is
  private final List<String> words;

  Grade(String... words) {
    this.words = List.of(words);
  }

  /** As people write it: Ⅳ. */
  public String word() {
    return words.getFirst();
  }

  /** The grade of Ⅳ, IV, 四 or 4, with or without 级; empty for anything else. */
  public static Optional<Grade> read(String text) {
    var said = Folding.tight(text);
    var bare = said.endsWith("级") ? said.substring(0, said.length() - 1) : said;
    for (Grade grade : values()) {
      if (grade.words.stream().map(Folding::tight).anyMatch(bare::equals)) {
        return Optional.of(grade);
      }
    }
    return Optional.empty();
  }
}
