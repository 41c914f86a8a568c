package org.lanshao.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.directory.AreaCode;

/**
 * An invented province, in its proportions like Guangdong: of 1,631 towns with a station each, 122
 * counties and 21 cities.
 */
final class Province {
  static final AreaCode ALL = new AreaCode("440000");

  private static final int TOWNS = 1631;
  private static final int COUNTIES = 122;
  private static final int CITIES = 21;

  private final Map<AreaCode, List<AreaCode>> townToPath = new LinkedHashMap<>();

  Province(int towns) {
    int counties = Math.ceilDiv(towns * COUNTIES, TOWNS);
    int cities = Math.ceilDiv(towns * CITIES, TOWNS);
    for (int town = 0; town < towns; town++) {
      int county = town * counties / towns;
      int city = county * cities / counties;
      var cityCode = "44%02d00".formatted(city + 1);
      var countyCode = "44%02d%02d".formatted(city + 1, county % 99 + 1);
      var path =
          Stream.of("%s%03d".formatted(countyCode, town % 999 + 1), countyCode, cityCode)
              .map(AreaCode::new)
              .collect(Collectors.toCollection(ArrayList::new));
      path.add(ALL);
      townToPath.put(path.getFirst(), List.copyOf(path));
    }
  }

  /** The towns, in the order of their codes within a county. */
  List<AreaCode> towns() {
    return List.copyOf(townToPath.keySet());
  }

  /** A town and all that it lies in; nothing for what is no town. */
  List<AreaCode> within(AreaCode town) {
    return townToPath.getOrDefault(town, List.of());
  }

  /** The areas of a level, 0 the towns, 3 the province, that lie in an area. */
  List<AreaCode> inside(AreaCode area, int level) {
    return townToPath.values().stream()
        .filter(path -> path.contains(area))
        .map(path -> path.get(level))
        .distinct()
        .toList();
  }
}
