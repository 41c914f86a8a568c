package org.lanshao.directory;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What place names mean: the index and the search behind {@link Directory#find}. */
final class PlaceNames {
  /** Longer texts are no place names; this also bounds the search. */
  private static final int LONGEST = 40;

  private static final Pattern NOISE = Pattern.compile("[\\s\\p{Z}/·,、。.>\\-—]+");
  private static final Pattern IN_BRACKETS = Pattern.compile("(.+?)\\((.+)\\)");
  private static final Pattern OWN = Pattern.compile("(?:全|本|我|我们|咱|咱们)(市|区|县|镇|街道|街|站|村|社区)");

  private final Atlas atlas;
  private final Map<String, List<Area>> fullNameToAreas = new HashMap<>();
  private final Map<String, List<Area>> otherNameToAreas = new HashMap<>();

  private final int longestName;

  PlaceNames(Atlas atlas) {
    this.atlas = atlas;
    for (Area area : atlas.areas()) {
      enter(fullNameToAreas, fold(area.name()), area);
      ShortNames.of(area).forEach(name -> enter(otherNameToAreas, fold(name), area));
    }
    longestName =
        Stream.of(fullNameToAreas, otherNameToAreas)
            .flatMap(index -> index.keySet().stream())
            .mapToInt(String::length)
            .max()
            .orElse(0);
  }

  /**
   * Where the longest name that stands at a place of a text ends; the place itself if none does.
   */
  int endOfNameAt(String text, int at) {
    for (int end = Math.min(text.length(), at + longestName); end > at + 1; end--) {
      var name = text.substring(at, end);
      if (fullNameToAreas.containsKey(name) || otherNameToAreas.containsKey(name)) {
        return end;
      }
    }
    return at;
  }

  /** The areas with exactly this one's name, itself among them. */
  List<Area> sharing(Area area) {
    return fullNameToAreas.getOrDefault(fold(area.name()), List.of());
  }

  /** All that a name can mean to somebody of {@code near}, in the order of their codes. */
  List<Area> meant(String name, AreaCode near) {
    var text = fold(name);
    if (text.isEmpty() || text.length() > LONGEST) {
      return List.of();
    }
    var own = OWN.matcher(text);
    var meant =
        own.matches()
            ? ownAreas(own.group(1), near)
            : nearest(search(outerFirst(text), area -> true), near);
    return meant.stream().sorted(Comparator.comparing(area -> area.code().text())).toList();
  }

  /** Full-width as half-width, no spaces, no punctuation but brackets. */
  private static String fold(String name) {
    return NOISE.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
  }

  /** 太平镇(罗定市) as 罗定市太平镇. */
  private static String outerFirst(String text) {
    var brackets = IN_BRACKETS.matcher(text);
    return brackets.matches() ? brackets.group(2) + brackets.group(1) : text;
  }

  private List<Area> ownAreas(String suffix, AreaCode near) {
    return atlas.path(near).stream()
        .filter(
            area ->
                suffix.equals("站")
                    ? area.kind() == Area.Kind.TOWN
                    : area.name().endsWith(suffix.equals("街") ? "街道" : suffix))
        .toList();
  }

  /** The areas of this name among the allowed ones; else those named after what they lie in. */
  private List<Area> search(String text, Predicate<Area> allowed) {
    for (var index : List.of(fullNameToAreas, otherNameToAreas)) {
      var found = index.getOrDefault(text, List.of()).stream().filter(allowed).toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    Set<Area> found = new LinkedHashSet<>();
    for (int end = 1; end < text.length(); end++) {
      for (Area outer : named(text.substring(0, end), allowed)) {
        found.addAll(search(text.substring(end), inside(outer)));
      }
    }
    return List.copyOf(found);
  }

  private List<Area> named(String text, Predicate<Area> allowed) {
    Set<Area> found = new LinkedHashSet<>(fullNameToAreas.getOrDefault(text, List.of()));
    found.addAll(otherNameToAreas.getOrDefault(text, List.of()));
    return found.stream().filter(allowed).toList();
  }

  private Predicate<Area> inside(Area outer) {
    return area -> !area.equals(outer) && atlas.within(area.code(), outer.code());
  }

  private List<Area> nearest(List<Area> found, AreaCode near) {
    boolean villages = found.stream().allMatch(area -> area.kind().compareTo(Area.Kind.TOWN) > 0);
    var inTown = villages ? inOwn(Area.Kind.TOWN, near, found) : List.<Area>of();
    var inCounty = inOwn(Area.Kind.COUNTY, near, found);
    return inTown.isEmpty() ? (inCounty.isEmpty() ? found : inCounty) : inTown;
  }

  private List<Area> inOwn(Area.Kind kind, AreaCode near, List<Area> found) {
    return atlas.around(near, kind).stream()
        .flatMap(own -> found.stream().filter(a -> atlas.within(a.code(), own.code())))
        .toList();
  }

  private static void enter(Map<String, List<Area>> index, String name, Area area) {
    var areas = index.computeIfAbsent(name, key -> new ArrayList<>());
    if (!areas.contains(area)) {
      areas.add(area);
    }
  }
}
