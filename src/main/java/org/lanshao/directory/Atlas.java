package org.lanshao.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.form.Point;

/** The areas of a directory, what lies in what, and what their names mean. Immutable. */
final class Atlas {
  private final List<Area> areas;
  private final Map<AreaCode, List<Area>> codeToPath = new HashMap<>();
  private final PlaceNames names;

  /**
   * Of these areas.
   *
   * @throws IllegalArgumentException when areas lie in a circle or a code is there twice
   */
  Atlas(List<Area> areas) {
    this.areas = List.copyOf(areas);
    var codeToArea = Index.of(this.areas, Area::code);
    this.areas.forEach(area -> codeToPath.put(area.code(), pathOf(area, codeToArea)));
    names = new PlaceNames(this);
  }

  /** Every area, in the order given. */
  List<Area> areas() {
    return areas;
  }

  PlaceNames names() {
    return names;
  }

  /** As {@link Directory#path}. */
  List<Area> path(AreaCode code) {
    return codeToPath.getOrDefault(code, List.of());
  }

  /** As {@link Directory#around}. */
  Optional<Area> around(AreaCode code, Area.Kind kind) {
    return path(code).stream().filter(area -> area.kind() == kind).findFirst();
  }

  /** As {@link Directory#within}. */
  boolean within(AreaCode inner, AreaCode outer) {
    return path(inner).stream().anyMatch(area -> area.code().equals(outer));
  }

  /** As {@link Directory#fullName}. */
  String fullName(Area area) {
    if (names.sharing(area).size() < 2) {
      return area.name();
    }
    var around = path(area.code()).stream().skip(1).filter(outer -> outer.parent().isPresent());
    var outer = new StringBuilder();
    around.map(Area::name).forEach(name -> outer.insert(0, name));
    return outer.isEmpty() ? area.name() : area.name() + "（" + outer + "）";
  }

  /** As {@link Directory#nearest}. */
  List<Area> nearest(Point point, int most) {
    return areas.stream()
        .filter(area -> area.kind() == Area.Kind.TOWN && area.point().isPresent())
        .sorted(Comparator.comparingDouble(area -> area.point().orElseThrow().distance(point)))
        .limit(most)
        .toList();
  }

  private static List<Area> pathOf(Area area, Map<AreaCode, Area> codeToArea) {
    var path = new ArrayList<Area>();
    Optional<Area> next = Optional.of(area);
    while (next.isPresent()) {
      if (path.contains(next.get())) {
        throw new IllegalArgumentException("an area lies in itself: " + area.code());
      }
      path.add(next.get());
      next = next.get().parent().flatMap(code -> Optional.ofNullable(codeToArea.get(code)));
    }
    return List.copyOf(path);
  }
}
