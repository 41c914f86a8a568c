package org.lanshao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound;
import org.lanshao.turn.Lane;
import org.lanshao.turn.Outgoing.Line;

/** What waits in {@code outgoing} for each target, of which only the first row is opened. */
final class OutgoingLines {
  /** More than an installation has people and groups. */
  private static final int TARGETS = 20_000;

  private static final String LINES =
      "SELECT o.position, o.id, o.channel, o.payload, w.waiting FROM outgoing o JOIN"
          + " (SELECT MIN(position) AS first, count(*) AS waiting FROM outgoing"
          + " WHERE state = 0 AND lane <= ? AND at < ? AND (expires = 0 OR expires > ?)"
          + " AND (aside = 0 OR due <= ?)"
          + " GROUP BY channel, target ORDER BY 2 DESC, 1 LIMIT "
          + TARGETS
          + ") w ON w.first = o.position ORDER BY o.position";

  private final Seal seal;

  OutgoingLines(Seal seal) {
    this.seal = seal;
  }

  /** As {@link org.lanshao.turn.Facts#lines}. */
  List<Line> find(Link link, Lane last, Instant before, Instant now) throws SQLException {
    long millis = now.toEpochMilli();
    var statement = link.prepare(LINES, last.rank(), before.toEpochMilli(), millis, millis);
    var lines = new ArrayList<Line>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        lines.add(line(rows));
      }
    }
    return lines;
  }

  private Line line(ResultSet rows) throws SQLException {
    var id = Uuids.read(rows.getBytes(2));
    var payload = OutgoingTable.open(seal, id, rows.getBytes(4));
    var first = new Outbound(id, payload.target(), payload.part(), rows.getLong(1), 1);
    return new Line(new ChannelName(rows.getString(3)), first, rows.getLong(5));
  }
}
