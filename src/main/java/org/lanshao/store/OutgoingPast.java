package org.lanshao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound;
import org.lanshao.turn.Lane;
import org.lanshao.turn.Outgoing.Taken;

/** The rows of {@code outgoing} that were taken not long ago. */
final class OutgoingPast {
  /** More than leaves in an hour; older rows are not looked through. */
  private static final int NEWEST = 100_000;

  private static final String TAKEN =
      "SELECT position, id, channel, payload, lane, settled FROM outgoing"
          + " WHERE position > (SELECT MAX(position) FROM outgoing) - "
          + NEWEST
          + " AND state IN (1, 5) AND settled >= ? ORDER BY settled, position";

  private final Seal seal;

  OutgoingPast(Seal seal) {
    this.seal = seal;
  }

  /** As {@link org.lanshao.turn.Outgoing#takenSince}. */
  List<Taken> find(Link link, Instant from) throws SQLException {
    var found = new ArrayList<Taken>();
    try (var rows = link.prepare(TAKEN, from.toEpochMilli()).executeQuery()) {
      while (rows.next()) {
        found.add(row(rows));
      }
    }
    return found;
  }

  private Taken row(ResultSet rows) throws SQLException {
    var id = Uuids.read(rows.getBytes(2));
    var payload = OutgoingTable.open(seal, id, rows.getBytes(4));
    return new Taken(
        new ChannelName(rows.getString(3)),
        new Outbound(id, payload.target(), payload.part(), rows.getLong(1), 1),
        Lane.of(rows.getInt(5)),
        Instant.ofEpochMilli(rows.getLong(6)));
  }
}
