package org.lanshao.store;

import java.sql.SQLException;
import java.util.ArrayList;

/** Deletes old messages that left or never will, in the order in which they were written. */
final class SentPurge implements Purge {
  private static final String NEXT =
      "SELECT position, state, at, settled FROM outgoing WHERE position > ?"
          + " ORDER BY position LIMIT ?";
  private static final String DELETE = "DELETE FROM outgoing WHERE position = ? AND state <> 0";

  /** The newest row stays: the next one's place is behind it. */
  private static final String NEWEST = "SELECT COALESCE(MAX(position), 0) FROM outgoing";

  @Override
  public Done slice(Link link, String from, long before, int most) throws SQLException {
    long last = from.isEmpty() ? 0 : Long.parseLong(from);
    var old = new ArrayList<Long>();
    boolean young = false;
    int seen = 0;
    try (var rows = link.prepare(NEXT, last, most).executeQuery()) {
      while (rows.next() && !young) {
        last = rows.getLong(1);
        seen++;
        young = rows.getLong(3) >= before;
        if (!young && rows.getLong(2) != 0 && rows.getLong(4) < before) {
          old.add(last);
        }
      }
    }
    old.remove(Long.valueOf(Long.parseLong(link.ask(NEWEST))));
    for (long position : old) {
      link.update(DELETE, position);
    }
    return new Done(old.size(), young || seen < most ? "" : Long.toString(last));
  }
}
