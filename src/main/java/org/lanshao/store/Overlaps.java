package org.lanshao.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lanshao.count.Axis;
import org.lanshao.count.Cut;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;

/**
 * Paths that lie in more than one of the areas that are counted together. None of these lies within
 * another, but one may have done so when something was filed: a town that came to lie in another
 * county since. Its tallies and those of the county then hold the same records.
 *
 * @param beyond the paths in more than one of the areas, those in more than two, and so on
 */
record Overlaps(List<List<String>> beyond) {
  private static final Overlaps NONE = new Overlaps(List.of());

  /** Copies the list. */
  Overlaps {
    beyond = List.copyOf(beyond);
  }

  /** Those of a cut whose sums are read from tallies of several areas at once; mostly none. */
  static Overlaps of(Link link, Cut cut) throws SQLException {
    boolean apart = cut.axes().stream().anyMatch(Axis.Areas.class::isInstance);
    return cut.scope() instanceof Scope.InAreas(List<AreaCode> areas) && !apart && !cut.distinct()
        ? of(link, areas)
        : NONE;
  }

  private static Overlaps of(Link link, List<AreaCode> areas) throws SQLException {
    var beyond = new TreeMap<Integer, List<String>>();
    for (var path : often(link, areas).entrySet()) {
      for (int times = 1; times < path.getValue(); times++) {
        beyond.computeIfAbsent(times, one -> new ArrayList<>()).add(path.getKey());
      }
    }
    return new Overlaps(List.copyOf(beyond.values()));
  }

  /** In how many of the areas a path lies, where these are several. */
  private static Map<String, Integer> often(Link link, List<AreaCode> areas) throws SQLException {
    var often = new TreeMap<String, Integer>();
    var sql =
        "SELECT path, COUNT(*) FROM lies_in WHERE area IN ("
            + String.join(", ", Collections.nCopies(areas.size(), "?"))
            + ") GROUP BY path HAVING COUNT(*) > 1";
    try (var rows =
        link.prepare(sql, areas.stream().map(AreaCode::text).toArray()).executeQuery()) {
      while (rows.next()) {
        often.put(rows.getString(1), rows.getInt(2));
      }
    }
    return often;
  }
}
