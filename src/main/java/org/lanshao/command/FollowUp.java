package org.lanshao.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lanshao.reading.Folding;

/**
 * Asks on from a count: 按镇, 排名, 环比, 上月呢, 罗定市呢. What is said anew takes the place of what the count
 * had of that kind; all else stays.
 */
final class FollowUp {
  /** Longer texts are no questions for one thing more. */
  private static final int LONGEST = 30;

  private static final Pattern MARKS = Pattern.compile("[?!.。！？]+$");

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:那么?|咁)?(?<asked>.+?)(?:呢|嘞)|(?:那么?|咁)?(?<named>(?:按|环比|同比|排名).*|by .+)"
              + "|(?:what|how) about (?<about>.+)");

  private FollowUp() {}

  /** The words that say what is asked for now; empty for a text that does not ask on. */
  static Optional<String> words(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var shape = SHAPE.matcher(MARKS.matcher(Folding.fold(text)).replaceFirst("").strip());
    return shape.matches()
        ? Optional.ofNullable(shape.group("asked"))
            .or(() -> Optional.ofNullable(shape.group("named")))
            .or(() -> Optional.ofNullable(shape.group("about")))
        : Optional.empty();
  }

  /** Whether all is understood, and it asks for something. */
  static boolean isClear(List<Part> found) {
    return found.stream().noneMatch(Part.Unknown.class::isInstance)
        && found.stream().anyMatch(part -> kind(part).isPresent());
  }

  /** The parts of a count when these are said after those. */
  static List<Part> merged(List<Part> before, List<Part> after) {
    Set<Kind> anew =
        after.stream().flatMap(part -> kind(part).stream()).collect(Collectors.toSet());
    var merged = new ArrayList<Part>();
    before.stream()
        .filter(part -> kind(part).filter(kind -> !anew.contains(kind)).isPresent())
        .forEach(merged::add);
    after.stream().filter(part -> kind(part).isPresent()).forEach(merged::add);
    return List.copyOf(merged);
  }

  /** What a count has one of, or several that belong together. */
  private enum Kind {
    FORM,
    ANSWER,
    MEASURE,
    PLACE,
    TIME,
    BREAKDOWN,
    RANKING,
    COMPARISON
  }

  private static Optional<Kind> kind(Part part) {
    return switch (part) {
      case Part.OfForm form -> Optional.of(Kind.FORM);
      case Part.OfAnswer answer -> Optional.of(Kind.ANSWER);
      case Part.OfMeasure measure -> Optional.of(Kind.MEASURE);
      case Part.OfArea area -> Optional.of(Kind.PLACE);
      case Part.Own own -> Optional.of(Kind.PLACE);
      case Part.OfDays days -> Optional.of(Kind.TIME);
      case Part.OfOccasion occasion -> Optional.of(Kind.TIME);
      case Part.OfBreakdown breakdown -> Optional.of(Kind.BREAKDOWN);
      case Part.Ranked ranked -> Optional.of(Kind.RANKING);
      case Part.OfComparison comparison -> Optional.of(Kind.COMPARISON);
      case Part.Named named -> Optional.empty();
      case Part.Filler filler -> Optional.empty();
      case Part.Unknown unknown -> Optional.empty();
    };
  }
}
