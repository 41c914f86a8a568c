package org.lanshao.season;

import java.util.List;
import java.util.Map;

/**
 * A warning or a response that is in force, or the least that a schedule wants to be. The two
 * scales are never mapped to each other.
 *
 * @param kind 高温, 防汛, …
 * @param rank from 1, the gravest
 */
public record Signal(Scale scale, String kind, int rank) {
  /** What is measured. */
  public enum Scale {
    /** The colour of a weather warning, 白 lowest (of typhoons in Guangdong alone). */
    WARNING(List.of("红", "橙", "黄", "蓝", "白")),
    /** The level of an emergency response, with 关注 before the first. */
    RESPONSE(List.of("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "关注"));

    private static final Map<String, String> TYPED =
        Map.of("I", "Ⅰ", "II", "Ⅱ", "III", "Ⅲ", "IV", "Ⅳ", "一", "Ⅰ", "二", "Ⅱ", "三", "Ⅲ", "四", "Ⅳ");

    private final List<String> words;

    Scale(List<String> words) {
      this.words = words;
    }

    /** The words of its ranks, the gravest first. */
    public List<String> words() {
      return words;
    }

    /** The rank of a word, also as people type it; 0 when there is none. */
    public int rank(String word) {
      return words.indexOf(TYPED.getOrDefault(word, word)) + 1;
    }
  }

  /** The word of its rank: 橙, Ⅳ. */
  public String level() {
    return scale.words().get(rank - 1);
  }

  /** Whether it is of this kind and as grave, or graver. */
  public boolean isAtLeast(Signal least) {
    return scale == least.scale && kind.equals(least.kind) && rank <= least.rank;
  }
}
