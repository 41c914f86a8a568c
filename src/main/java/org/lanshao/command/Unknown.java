package org.lanshao.command;

import java.util.List;
import java.util.Optional;

/** Finds the word that is not understood among the parts of a command. */
final class Unknown {
  private Unknown() {}

  /**
   * The first run of unknown characters, with the place names that stand right beside it: of 大新村
   * only 新村 is a known name, but the word is 大新村. Empty when all is understood.
   */
  static Optional<String> word(List<Part> parts) {
    for (int from = 0; from < parts.size(); from++) {
      int to = from;
      while (to < parts.size() && belongs(parts.get(to))) {
        to++;
      }
      var run = parts.subList(from, to);
      if (run.stream().anyMatch(Part.Unknown.class::isInstance)) {
        return Optional.of(String.join("", run.stream().map(Part::text).toList()));
      }
      from = to;
    }
    return Optional.empty();
  }

  private static boolean belongs(Part part) {
    return switch (part) {
      case Part.Unknown unknown -> true;
      case Part.OfArea area -> true;
      case Part.OfAnswer answer -> isShort(part);
      case Part.OfMeasure measure -> isShort(part);
      case Part.OfBreakdown breakdown -> isShort(part);
      case Part.OfForm form -> false;
      case Part.OfDays days -> false;
      case Part.Ranked ranked -> false;
      case Part.OfOccasion occasion -> false;
      case Part.OfComparison comparison -> false;
      case Part.Own own -> false;
      case Part.Named named -> false;
      case Part.Filler filler -> false;
    };
  }

  /** Of 按天气 the first two signs are 按天, but the word is 按天气. */
  private static boolean isShort(Part part) {
    return part.text().length() <= 2;
  }
}
