package org.lanshao.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Holds what is folded against the entries it was folded from, at one moment. */
final class Recount {
  private static final String FOLDED_ENTRIES =
      " NOT EXISTS (SELECT 1 FROM unfolded u"
          + " WHERE u.submission = e.submission AND u.revision = e.revision)";
  private static final String SUMS =
      "SELECT area, measure, dimension, value, period, SUM(made), SUM(kept) FROM ("
          + made("e.day")
          + " UNION ALL "
          + made("e.day / 100")
          + " UNION ALL "
          + made("e.day / 10000")
          + " UNION ALL SELECT dimension, value, area, measure, period, 0, amount FROM ("
          + Tallies.all()
          + ") AS k"
          + ") AS t GROUP BY area, measure, dimension, value, period"
          + " HAVING SUM(made) <> SUM(kept) ORDER BY area, measure, dimension, value, period";
  private static final String PRESENCES =
      "SELECT path, measure, dimension, value, day, SUM(made), SUM(kept) FROM ("
          + Joint.both(
              "e.path AS path, e.measure AS measure, e.day AS day, e.subject AS subject,"
                  + " e.amount AS made, 0 AS kept",
              " FROM entry e",
              " WHERE length(e.subject) > 0 AND" + FOLDED_ENTRIES)
          + " UNION ALL SELECT dimension, value, path, measure, day, subject, 0, n FROM presence"
          + ") AS t GROUP BY path, measure, dimension, value, day, subject"
          + " HAVING SUM(made) <> SUM(kept) ORDER BY path, measure, dimension, value, day, subject";

  private static final String SEEN =
      "SELECT area, measure, dimension, value, period, SUM(made), SUM(kept) FROM ("
          + present("e.day")
          + " UNION ALL "
          + present("e.day / 100")
          + " UNION ALL SELECT s.area, s.measure, s.dimension, s.value, s.period, 0, s.size"
          + " FROM seen s WHERE NOT EXISTS (SELECT 1 FROM unseen u"
          + " WHERE u.measure = s.measure AND u.period = s.period)"
          + ") AS t GROUP BY area, measure, dimension, value, period"
          + " HAVING SUM(made) <> SUM(kept) ORDER BY area, measure, dimension, value, period";

  private Recount() {}

  private static String present(String period) {
    return "SELECT l.area AS area, e.measure AS measure, e.dimension AS dimension,"
        + " e.value AS value, "
        + period
        + " AS period, COUNT(DISTINCT e.subject) AS made, 0 AS kept"
        + " FROM presence e CROSS JOIN lies_in l WHERE e.n > 0 AND l.path = e.path AND NOT "
        + SeenSql.OWN
        + " AND NOT EXISTS (SELECT 1 FROM unseen u WHERE u.measure = e.measure AND u.period = "
        + period
        + ") GROUP BY l.area, e.measure, e.dimension, e.value, "
        + period;
  }

  private static String made(String period) {
    return Joint.both(
        "l.area AS area, e.measure AS measure, "
            + period
            + " AS period, e.amount AS made, 0 AS kept",
        " FROM entry e CROSS JOIN lies_in l",
        " WHERE l.path = e.path AND length(e.subject) = 0 AND" + FOLDED_ENTRIES);
  }

  /** All differences; none when the counts are right. */
  static List<Difference> differences(Link link) throws SQLException {
    var found = new ArrayList<Difference>();
    for (var sql : List.of(SUMS, PRESENCES, SEEN)) {
      try (var rows = link.prepare(sql).executeQuery()) {
        while (rows.next()) {
          found.add(
              new Difference(
                  rows.getString(1),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getInt(5),
                  rows.getLong(6),
                  rows.getLong(7)));
        }
      }
    }
    return found;
  }
}
