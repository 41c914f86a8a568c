package org.lanshao.notice;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What there can be a warning of, and responses against. The codes are those of GB/T 35561-2017
 * that are seen in the messages of 12379.
 */
public final class Kinds {
  private static final Map<String, String> CODE_TO_NAME =
      Map.ofEntries(
          Map.entry("11B01", "台风"),
          Map.entry("11B03", "暴雨"),
          Map.entry("11B04", "暴雪"),
          Map.entry("11B05", "寒潮"),
          Map.entry("11B06", "大风"),
          Map.entry("11B09", "高温"),
          Map.entry("11B14", "雷电"),
          Map.entry("11B15", "冰雹"),
          Map.entry("11B16", "霜冻"),
          Map.entry("11B17", "大雾"),
          Map.entry("11B19", "霾"),
          Map.entry("11B20", "雷雨大风"),
          Map.entry("11B21", "道路结冰"),
          Map.entry("11B22", "干旱"),
          Map.entry("11E02", "风暴潮"));

  private static final List<String> WARNINGS =
      longestFirst(
          Stream.concat(
              CODE_TO_NAME.values().stream(),
              Stream.of(
                  "地质灾害气象风险",
                  "地质灾害",
                  "山洪灾害",
                  "山洪",
                  "江河洪水",
                  "洪水",
                  "强对流",
                  "森林火险",
                  "寒冷",
                  "灰霾",
                  "内涝",
                  "水库",
                  "强降雨",
                  "龙卷风")));

  private static final List<String> RESPONSES =
      longestFirst(Stream.of("防汛", "防风", "防旱", "防冻", "防暑", "地质灾害", "救灾", "自然灾害救助", "森林火灾"));

  private Kinds() {}

  private static List<String> longestFirst(Stream<String> names) {
    return names
        .distinct()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(name -> name))
        .toList();
  }

  /** The name of an event code; empty for one that is not known. */
  public static Optional<String> named(String code) {
    return Optional.ofNullable(CODE_TO_NAME.get(code.strip()));
  }

  /** What a text warns of: the first kind in it, of two at one place the longer; or empty. */
  public static Optional<String> warning(String text) {
    return first(WARNINGS, text);
  }

  /** What a text answers with a response; as before. */
  public static Optional<String> response(String text) {
    return first(RESPONSES, text);
  }

  /** All that there can be a warning of, long names first. */
  public static List<String> warnings() {
    return WARNINGS;
  }

  /** All that there can be a response against, long names first. */
  public static List<String> responses() {
    return RESPONSES;
  }

  /** Whether a text names anything that there can be a warning of or a response against. */
  static boolean isNamed(String text) {
    return warning(text).or(() -> response(text)).isPresent();
  }

  private static Optional<String> first(List<String> names, String text) {
    var first = Optional.<String>empty();
    int place = text.length();
    for (String name : names) {
      int found = text.indexOf(name);
      if (found >= 0 && found < place) {
        first = Optional.of(name);
        place = found;
      }
    }
    return first;
  }
}
