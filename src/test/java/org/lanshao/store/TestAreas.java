package org.lanshao.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lanshao.directory.AreaCode;

/** A city, two counties, three towns, and a village in each. */
final class TestAreas {
  static final AreaCode CITY = new AreaCode("445300");
  static final AreaCode LUODING = new AreaCode("445381");
  static final AreaCode XINXING = new AreaCode("445321");
  static final AreaCode TAIPING = new AreaCode("445381101");
  static final AreaCode LUOJING = new AreaCode("445381100");
  static final AreaCode XINCHENG = new AreaCode("445321100");

  static final AreaCode VILLAGE_OF_TAIPING = new AreaCode("445381101201");
  static final AreaCode VILLAGE_OF_LUOJING = new AreaCode("445381100201");
  static final AreaCode VILLAGE_OF_XINCHENG = new AreaCode("445321100201");

  private static final Map<AreaCode, AreaCode> PARENTS =
      Map.of(
          LUODING, CITY,
          XINXING, CITY,
          TAIPING, LUODING,
          LUOJING, LUODING,
          XINCHENG, XINXING,
          VILLAGE_OF_TAIPING, TAIPING,
          VILLAGE_OF_LUOJING, LUOJING,
          VILLAGE_OF_XINCHENG, XINCHENG);

  private TestAreas() {}

  static List<AreaCode> within(AreaCode area) {
    return within(area, Map.of());
  }

  /** The same after some came to lie in others. */
  static List<AreaCode> within(AreaCode area, Map<AreaCode, AreaCode> moved) {
    var path = new ArrayList<AreaCode>();
    if (area.equals(CITY) || PARENTS.containsKey(area)) {
      path.add(area);
    }
    for (var next = parent(area, moved); next != null; next = parent(next, moved)) {
      path.add(next);
    }
    return path;
  }

  private static @Nullable AreaCode parent(AreaCode area, Map<AreaCode, AreaCode> moved) {
    return moved.getOrDefault(area, PARENTS.get(area));
  }
}
