package org.lanshao.store;

import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of sums per area of every level: {@code period_tally} by day, month and year, and
 * {@code tally_before}, what a version without years left behind. The latter is moved over slice by
 * slice while the program runs; until nothing is left, both are added up.
 */
final class Tallies {
  /** Rows that are moved in one transaction: some 30 ms on the slower database. */
  private static final int SLICE = 1000;

  private static final String COLUMNS = "period, area, measure, dimension, value";
  private static final String BEFORE = "area, measure, dimension, value, period";

  private static final String END =
      "SELECT "
          + BEFORE
          + " FROM (SELECT "
          + BEFORE
          + " FROM tally_before ORDER BY "
          + BEFORE
          + " LIMIT "
          + SLICE
          + ") AS s ORDER BY "
          + Stream.of(BEFORE.split(", ")).map(c -> c + " DESC").collect(Collectors.joining(", "))
          + " LIMIT 1";
  private static final String UP_TO = " WHERE (" + BEFORE + ") <= (?, ?, ?, ?, ?)";
  private static final String MOVE = add(before(UP_TO));
  private static final String REMOVE = "DELETE FROM tally_before" + UP_TO;

  private Tallies() {}

  /**
   * The statement that adds sums to what is there.
   *
   * @param sums selects period, area, measure, dimension, value and amount
   */
  static String add(String sums) {
    return "INSERT INTO period_tally ("
        + COLUMNS
        + ", amount) SELECT "
        + COLUMNS
        + ", SUM(amount) FROM ("
        + sums
        + ") AS t GROUP BY "
        + COLUMNS
        + " ORDER BY "
        + COLUMNS
        + " ON CONFLICT ("
        + COLUMNS
        + ") DO UPDATE SET amount = period_tally.amount + excluded.amount";
  }

  /** Selects all that is tallied: one place may stand there twice. */
  static String all() {
    return "SELECT " + COLUMNS + ", amount FROM period_tally UNION ALL " + before(" WHERE true");
  }

  /** What was tallied before, and the years that its months make. */
  private static String before(String where) {
    return "SELECT "
        + COLUMNS
        + ", amount FROM tally_before"
        + where
        + " UNION ALL SELECT period / 100 AS "
        + COLUMNS
        + ", amount FROM tally_before"
        + where
        + " AND period < 1000000";
  }

  /** Moves a slice of what was tallied before; returns whether there was one. Folds alone. */
  static boolean move(Link link) throws SQLException {
    Object[] end;
    try (var rows = link.prepare(END).executeQuery()) {
      if (!rows.next()) {
        return false;
      }
      end =
          new Object[] {
            rows.getString(1),
            rows.getString(2),
            rows.getString(3),
            rows.getString(4),
            rows.getInt(5)
          };
    }
    link.update(MOVE, Stream.concat(Stream.of(end), Stream.of(end)).toArray());
    link.update(REMOVE, end);
    return true;
  }
}
