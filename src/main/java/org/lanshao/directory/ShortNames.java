package org.lanshao.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The other names of an area: its aliases, and all names without or with another suffix. */
final class ShortNames {
  private static final int SHORTEST = 2;

  private ShortNames() {}

  static List<String> of(Area area) {
    return Stream.concat(
            area.aliases().stream(),
            Stream.concat(Stream.of(area.name()), area.aliases().stream())
                .flatMap(name -> shortened(area.kind(), name).stream()))
        .distinct()
        .toList();
  }

  private static List<String> shortened(Area.Kind kind, String name) {
    for (Suffix suffix : suffixes(kind)) {
      var stem = name.substring(0, Math.max(0, name.length() - suffix.text().length()));
      if (name.endsWith(suffix.text()) && stem.codePointCount(0, stem.length()) >= SHORTEST) {
        var names = new ArrayList<String>(List.of(stem));
        suffix.others().forEach(other -> names.add(stem + other));
        return names;
      }
    }
    return List.of();
  }

  private static List<Suffix> suffixes(Area.Kind kind) {
    return switch (kind) {
      case CITY -> List.of(new Suffix("市", List.of()));
      case COUNTY ->
          List.of(
              new Suffix("市", List.of()), new Suffix("区", List.of()), new Suffix("县", List.of()));
      case TOWN ->
          List.of(
              new Suffix("街道", List.of("街", "街道办", "街道办事处", "街道社工站", "社工站")),
              new Suffix("镇", List.of("镇社工站", "社工站")),
              new Suffix("乡", List.of("乡社工站", "社工站")));
      case VILLAGE ->
          List.of(
              new Suffix("村", List.of("村委", "村委会", "村民委员会")),
              new Suffix("社区", List.of("居委", "居委会", "社区居委会")));
      case POINT -> List.of();
    };
  }

  /** What a name may end with, and what people put there instead. */
  private record Suffix(String text, List<String> others) {}
}
