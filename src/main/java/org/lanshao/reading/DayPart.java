package org.lanshao.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of the day, as people name it before an hour. */
enum DayPart {
  DAWN("凌晨"),
  EARLY("早上", "早晨", "清晨", "清早", "大清早", "早间", "朝早", "朝头早", "早"),
  FORENOON("上午", "上昼", "午前"),
  NOON("中午", "正午", "晌午", "中昼"),
  AFTERNOON("下午", "下昼", "晏昼", "午后"),
  DUSK("傍晚", "黄昏", "挨晚"),
  NIGHT("晚上", "晚黑", "夜晚", "晚间", "夜间", "夜里", "半夜", "深夜", "午夜", "今晚", "晚", "夜");

  @SuppressWarnings("ImmutableEnumChecker") // List.of is
  private final List<String> words;

  DayPart(String... words) {
    this.words = List.of(words);
  }

  /** Every word for a part of the day, the longest first, for patterns. */
  static String pattern() {
    return Stream.of(values())
        .flatMap(part -> part.words.stream())
        .sorted((a, b) -> b.length() - a.length())
        .reduce((a, b) -> a + "|" + b)
        .orElseThrow();
  }

  static Optional<DayPart> of(String word) {
    return Stream.of(values()).filter(part -> part.words.contains(word)).findFirst();
  }

  /**
   * The hours of the day, from 0, that an hour said after this word can be; 24 and more belong to
   * the next day: 晚上十二点 is 24, 晚上一点 is 1 or 25. None where nobody says so: 上午15点.
   *
   * @param said from 0 to 24
   */
  List<Integer> hours(int said) {
    return switch (this) {
      case DAWN -> said == 12 || said == 0 ? List.of(0) : within(said, said, 0, 6);
      case EARLY -> within(said, said, 1, 11);
      case FORENOON -> within(said, said, 5, 12);
      case NOON -> within(said < 11 ? said + 12 : said, said, 1, 2, 11, 14);
      case AFTERNOON -> within(said < 12 ? said + 12 : said, said, 1, 8, 12, 19);
      case DUSK -> within(said < 12 ? said + 12 : said, said, 4, 8, 16, 20);
      case NIGHT -> night(said);
    };
  }

  private static List<Integer> night(int said) {
    if (said == 0 || said == 12 || said == 24) {
      return List.of(24);
    }
    if (said < 4) {
      return List.of(said, said + 24);
    }
    return said == 4 ? List.of(4, 16) : within(said < 12 ? said + 12 : said, said, 5, 11, 16, 23);
  }

  /** The hour, if what was said lies in one of the ranges. */
  private static List<Integer> within(int hour, int said, int... ranges) {
    for (int i = 0; i < ranges.length; i += 2) {
      if (said >= ranges[i] && said <= ranges[i + 1]) {
        return List.of(hour);
      }
    }
    return List.of();
  }
}
