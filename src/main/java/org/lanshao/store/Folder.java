package org.lanshao.store;

import java.sql.SQLException;
import org.lanshao.turn.Unavailable;

/**
 * Folds entries into tallies and presences. One folds at a time in a database. It runs as the
 * writer's work, in slices that are short enough for turns to wait behind.
 */
final class Folder {
  /** Submissions in one transaction: some 30 ms on the slower database. */
  private static final int SLICE = 500;

  /** SQLite keeps the order of a cross join; its own choice would be to read all entries. */
  private static final String ENTRIES = " FROM unfolded u CROSS JOIN entry e";

  private static final String OF_SLICE =
      " WHERE u.submission <= ? AND e.submission = u.submission AND e.revision = u.revision";
  private static final String LAST =
      "SELECT submission FROM unfolded ORDER BY submission LIMIT 1 OFFSET ?";
  private static final String LAST_OF_ALL =
      "SELECT submission FROM unfolded ORDER BY submission DESC LIMIT 1";

  /** Entries are summed once, before areas and periods multiply them. */
  private static final String TALLY =
      "WITH sums AS MATERIALIZED ("
          + "SELECT path, measure, dimension, value, day, SUM(amount) AS amount FROM ("
          + Joint.both(
              "e.path AS path, e.measure AS measure, e.day AS day, e.amount AS amount",
              ENTRIES,
              OF_SLICE + " AND length(e.subject) = 0")
          + ") AS c GROUP BY path, measure, dimension, value, day)"
          + Tallies.add(
              tallied("s.day")
                  + " UNION ALL "
                  + tallied("s.day / 100")
                  + " UNION ALL "
                  + tallied("s.day / 10000"));

  private static final String PRESENCE =
      "INSERT INTO presence (path, measure, dimension, value, day, subject, n)"
          + " SELECT path, measure, dimension, value, day, subject, SUM(amount) FROM ("
          + Joint.both(
              "e.path AS path, e.measure AS measure, e.day AS day, e.subject AS subject,"
                  + " e.amount AS amount",
              ENTRIES,
              OF_SLICE + " AND length(e.subject) > 0")
          + ") AS c GROUP BY path, measure, dimension, value, day, subject"
          + " ORDER BY measure, day, path, dimension, value, subject"
          + " ON CONFLICT (measure, day, path, dimension, value, subject)"
          + " DO UPDATE SET n = presence.n + excluded.n";

  /** What was made of the presences of these days and months tells of them no more. */
  private static final String UNSEEN =
      "INSERT INTO unseen (measure, period, version) SELECT measure, period, 1 FROM ("
          + marked("e.day")
          + " UNION "
          + marked("e.day / 100")
          + ") AS p WHERE true ORDER BY measure, period"
          + " ON CONFLICT (measure, period) DO UPDATE SET version = unseen.version + 1";

  /** Lets all entries wait to be folded. */
  static final String ALL_WAIT =
      "INSERT INTO unfolded (submission, revision) SELECT DISTINCT submission, revision FROM entry"
          + " WHERE true ON CONFLICT DO NOTHING";

  private static final String DONE = "DELETE FROM unfolded WHERE submission <= ?";

  private final Dialect dialect;
  private final Writer writer;

  Folder(Dialect dialect, Writer writer) {
    this.dialect = dialect;
    this.writer = writer;
  }

  private static String tallied(String period) {
    return "SELECT "
        + period
        + " AS period, l.area, s.measure, s.dimension, s.value, s.amount FROM sums s CROSS JOIN"
        + " lies_in l WHERE l.path = s.path";
  }

  private static String marked(String period) {
    return "SELECT e.measure AS measure, "
        + period
        + " AS period"
        + ENTRIES
        + OF_SLICE
        + " AND length(e.subject) > 0";
  }

  /** Folds all that waits, slice by slice; does nothing while another node folds. */
  void foldOnce() throws Unavailable {
    while (writer.write(new Work.Alone<>(this::foldSlice))) {
      // The next slice.
    }
  }

  /** Returns whether more waits. */
  private boolean foldSlice(Link link) throws SQLException {
    dialect.freeze(link);
    if (!dialect.alone(link)) {
      return false;
    }
    var full = id(link, LAST, SLICE - 1);
    var last = full.length > 0 ? full : id(link, LAST_OF_ALL);
    if (last.length == 0) {
      return false;
    }
    link.update(TALLY, last, last);
    link.update(PRESENCE, last, last);
    link.update(UNSEEN, last, last);
    link.update(DONE, last);
    return full.length > 0;
  }

  /**
   * Moves some of what a version before folded to where it belongs now; returns whether there was
   * any, and nobody else folds.
   */
  boolean moveSome() throws Unavailable {
    return writer.write(
        new Work.Alone<>(
            link -> {
              dialect.freeze(link);
              return dialect.alone(link) && Tallies.move(link);
            }));
  }

  private static byte[] id(Link link, String sql, Object... values) throws SQLException {
    try (var rows = link.prepare(sql, values).executeQuery()) {
      return rows.next() ? rows.getBytes(1) : new byte[0];
    }
  }

  /** Forgets all tallies and presences; what was counted waits to be folded again. */
  void forget() throws Unavailable {
    writer.write(
        new Work.Alone<>(
            link -> {
              dialect.freeze(link);
              if (!dialect.alone(link)) {
                throw new SQLException("another node folds", "40001");
              }
              link.update("DELETE FROM period_tally");
              link.update("DELETE FROM tally_before");
              link.update("DELETE FROM presence");
              link.update("DELETE FROM seen");
              link.update("DELETE FROM unseen");
              return link.update(ALL_WAIT);
            }));
  }
}
