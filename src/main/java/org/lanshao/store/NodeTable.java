package org.lanshao.store;

import java.sql.SQLException;
import java.time.Duration;

/**
 * Which nodes are there, as rows of {@code setting}: {@code node:<name>} with {@code alone} or
 * {@code shares} and until when that holds by the database's clock.
 */
final class NodeTable {
  private final String others;
  private final String announce;
  private final String bury;
  private final String forget;

  NodeTable(Dialect dialect) {
    var now = dialect.now();
    this.others =
        "SELECT count(*) FROM setting n WHERE n.name LIKE 'node:%' AND n.name <> ?"
            + " AND (substr(n.value, 1, 6) = 'alone ' OR ? = 'alone ') AND "
            + end("n")
            + " > "
            + now
            + " AND (n.name < ? OR NOT EXISTS (SELECT 1 FROM setting m WHERE m.name = ? AND "
            + end("m")
            + " > "
            + now
            + "))";
    this.announce =
        "INSERT INTO setting (name, value) VALUES (?, ? || ' ' || CAST(? + "
            + now
            + " AS TEXT)) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    this.bury = "DELETE FROM setting WHERE name LIKE 'node:%' AND " + end("setting") + " <= " + now;
    this.forget = "DELETE FROM setting WHERE name = ?";
  }

  /** The value is a word of six letters, a blank and the end; other settings have none. */
  private static String end(String row) {
    return "CASE WHEN %s.name LIKE 'node:%%' THEN CAST(substr(%s.value, 8) AS BIGINT) ELSE 0 END"
        .formatted(row, row);
  }

  /**
   * Says that a node is there, if it may be: one that shares nothing only when no other is there,
   * one that shares only when none is there that does not. Of two that came at the same moment the
   * one stays whose name comes first.
   */
  boolean announce(Link link, String node, boolean shares, Duration lease) throws SQLException {
    // The dead first: a transaction of SQLite that began by reading could not go on.
    link.update(bury);
    String name = "node:" + node;
    String word = shares ? "shares" : "alone ";
    try (var rows = link.prepare(others, name, word, name, name).executeQuery()) {
      rows.next();
      if (rows.getLong(1) > 0) {
        link.update(forget, name);
        return false;
      }
    }
    link.update(announce, name, word, lease.toMillis());
    return true;
  }

  /** It is not there any more. */
  boolean leave(Link link, String node) throws SQLException {
    return link.update(forget, "node:" + node) == 1;
  }
}
