package org.lanshao.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Takes the names out of old records, in the order of their ids, which is that of time, and then
 * out of old emergencies that no record belongs to. What was changed lately, and what still has
 * something left to do, is passed by.
 */
final class RecordsPurge implements Purge {
  private static final String NEXT =
      "SELECT s.id, s.number, s.at, s.nameless, COALESCE((SELECT MAX(r.at) FROM revision r"
          + " WHERE r.submission = s.id), 0) FROM submission s"
          + " WHERE s.id > ? AND s.id < ? ORDER BY s.id LIMIT ?";
  private static final String OPEN =
      "SELECT (SELECT count(*) FROM alert a WHERE a.number = ? AND a.open = 1) + (SELECT count(*)"
          + " FROM matter m WHERE m.open = 1 AND m.number IN (SELECT r.number FROM matter r"
          + " WHERE r.record = ?) AND NOT EXISTS (SELECT 1 FROM matter l"
          + " WHERE l.number = m.number AND l.version > m.version))";
  private static final String ALERTS =
      "SELECT a.number FROM alert a WHERE a.open = 0 AND a.at < ?"
          + " AND NOT EXISTS (SELECT 1 FROM submission s WHERE s.number = a.number)"
          + " ORDER BY a.number LIMIT ?";

  private final Forgetting forgetting;

  RecordsPurge(Forgetting forgetting) {
    this.forgetting = forgetting;
  }

  @Override
  public Done slice(Link link, String from, long before, int most) throws SQLException {
    var old = new ArrayList<String>();
    var last = HexFormat.of().parseHex(from);
    int seen = 0;
    var end = Uuids.bytes(Uuids.first(Instant.ofEpochMilli(before)));
    try (var rows = link.prepare(NEXT, last, end, most).executeQuery()) {
      while (rows.next()) {
        last = rows.getBytes(1);
        seen++;
        if (rows.getLong(4) == 0 && Math.max(rows.getLong(3), rows.getLong(5)) < before) {
          old.add(rows.getString(2));
        }
      }
    }
    boolean more = seen == most;
    if (!more) {
      addAlerts(link, before, most, old);
    }
    int gone = 0;
    for (String number : old) {
      if (!isOpen(link, number)) {
        forgetting.forget(link, number);
        gone++;
      }
    }
    return new Done(gone, more ? HexFormat.of().formatHex(last) : "");
  }

  private static void addAlerts(Link link, long before, int most, List<String> old)
      throws SQLException {
    try (var rows = link.prepare(ALERTS, before, most).executeQuery()) {
      while (rows.next()) {
        old.add(rows.getString(1));
      }
    }
  }

  private static boolean isOpen(Link link, String number) throws SQLException {
    try (var rows = link.prepare(OPEN, number, number).executeQuery()) {
      return rows.next() && rows.getLong(1) > 0;
    }
  }
}
