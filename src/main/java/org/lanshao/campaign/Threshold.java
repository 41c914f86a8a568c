package org.lanshao.campaign;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lanshao.notice.Colour;
import org.lanshao.notice.Grade;
import org.lanshao.notice.Item;
import org.lanshao.notice.Level;

/**
 * Which notices begin a campaign: of which kinds, and from which level on. Two scales, never
 * compared with each other; a kind that is not named begins none.
 *
 * @param warnings the lowest colour of each kind of warning
 * @param responses the lowest grade of each kind of response
 * @param purpose what the work of a campaign that they began is for: 防汛
 */
public record Threshold(
    Map<String, Colour> warnings, Map<String, Grade> responses, String purpose) {
  /** Orange and red warnings of wind and water, and every response against them in force. */
  public static final Threshold USUAL =
      new Threshold(
          each(
              Colour.ORANGE,
              "暴雨",
              "强降雨",
              "台风",
              "风暴潮",
              "山洪",
              "山洪灾害",
              "地质灾害",
              "地质灾害气象风险",
              "江河洪水",
              "洪水",
              "内涝",
              "水库"),
          each(Grade.FOURTH, "防汛", "防风", "地质灾害", "救灾", "自然灾害救助"),
          "防汛");

  /** Copies the maps. */
  public Threshold {
    warnings = Map.copyOf(warnings);
    responses = Map.copyOf(responses);
  }

  private static <T> Map<String, T> each(T level, String... kinds) {
    return List.of(kinds).stream().collect(Collectors.toMap(Function.identity(), kind -> level));
  }

  /** Whether what is said is high enough for its kind; a plain notice never is. */
  public boolean isReached(Item item) {
    return switch (item.level()) {
      case Level.Signal(Colour colour) -> reaches(colour, warnings, item.kind());
      case Level.Response(Grade grade) -> reaches(grade, responses, item.kind());
      case Level.Plain() -> false;
    };
  }

  private static <T extends Comparable<? super T>> boolean reaches(
      T level, Map<String, T> least, String kind) {
    T from = least.get(kind);
    return from != null && level.compareTo(from) <= 0;
  }
}
