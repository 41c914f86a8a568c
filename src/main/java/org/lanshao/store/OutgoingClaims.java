package org.lanshao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound;
import org.lanshao.turn.Lane;
import org.lanshao.turn.Outgoing.Claimed;

/**
 * Taking rows of {@code outgoing} to be sent, lane by lane: in each the one that is due longest
 * comes first, so that neither those that wait for a time to come nor those behind them are looked
 * through.
 */
final class OutgoingClaims {
  /**
   * What waits before this row for the same target stands aside, and is not due either: of one
   * target one row is claimed at a time.
   */
  private static final String FIRST =
      "NOT EXISTS (SELECT 1 FROM outgoing b WHERE b.state = 0 AND b.channel = o.channel"
          + " AND b.target = o.target AND b.lane = o.lane AND b.position < o.position"
          + " AND (b.aside = 0 OR b.due <= ?))";

  private static final String DUE =
      "SELECT MIN(due) FROM outgoing WHERE state = 0 AND lane = ? AND due > ?";

  /** With the state as the index has it; no lease is longer than a claim. */
  private static final String LEASED =
      "SELECT MIN(lease) FROM outgoing WHERE state = 0 AND lease > 0 AND lane <= ?";

  private final Seal seal;
  private final String claim;

  OutgoingClaims(Dialect dialect, Seal seal) {
    this.seal = seal;
    this.claim = claim(dialect);
  }

  /**
   * A row that became visible late may stand before one that is being sent: it waits for it too.
   */
  private static String claim(Dialect dialect) {
    var now = dialect.now();
    return "UPDATE outgoing SET claim = claim + 1, attempt = attempt + 1, lease = ? + "
        + now
        + " WHERE position IN (SELECT o.position FROM outgoing o WHERE "
        + Holding.NOT_HELD
        + " AND o.state = 0"
        + " AND o.lane = ? AND o.due <= ? AND o.lease <= "
        + now
        + " AND "
        + FIRST
        + " AND NOT EXISTS (SELECT 1 FROM outgoing s WHERE s.state = 0 AND s.channel = o.channel"
        + " AND s.target = o.target AND s.lane = o.lane AND s.position <> o.position"
        + " AND s.lease > "
        + now
        + ") ORDER BY o.due, o.position LIMIT ? "
        + dialect.lockFree()
        + ") RETURNING position, id, claim, attempt, channel, payload, at, lane, expires";
  }

  /** As {@link org.lanshao.turn.Outgoing#claim}. */
  List<Claimed> claim(Link link, Lane last, int limit, Duration lease, Instant now)
      throws SQLException {
    var claimed = new ArrayList<Claimed>();
    for (int lane = 0; lane <= last.rank() && claimed.size() < limit; lane++) {
      var statement =
          link.prepare(
              claim,
              lease.toMillis(),
              lane,
              now.toEpochMilli(),
              now.toEpochMilli(),
              limit - claimed.size());
      claimed.addAll(read(statement.executeQuery()));
    }
    return claimed;
  }

  private List<Claimed> read(ResultSet rows) throws SQLException {
    var claimed = new ArrayList<Claimed>();
    try (rows) {
      while (rows.next()) {
        claimed.add(row(rows));
      }
    }
    claimed.sort(Comparator.comparing(row -> row.message().number()));
    return claimed;
  }

  private Claimed row(ResultSet rows) throws SQLException {
    int attempt = rows.getInt(4);
    var id = Uuids.read(rows.getBytes(2));
    var payload = OutgoingTable.open(seal, id, rows.getBytes(6));
    long expires = rows.getLong(9);
    return new Claimed(
        rows.getLong(3),
        attempt,
        new ChannelName(rows.getString(5)),
        new Outbound(id, payload.target(), payload.part(), rows.getLong(1), attempt),
        Instant.ofEpochMilli(rows.getLong(7)),
        Lane.of(rows.getInt(8)),
        expires == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(expires)));
  }

  /** As {@link org.lanshao.turn.Outgoing#nextDue}. */
  static Optional<Instant> nextDue(Link link, Lane last, Instant now) throws SQLException {
    var next = earliest(link, LEASED, last.rank());
    for (int lane = 0; lane <= last.rank(); lane++) {
      var due = earliest(link, DUE, lane, now.toEpochMilli());
      if (due.isPresent() && (next.isEmpty() || due.get().isBefore(next.get()))) {
        next = due;
      }
    }
    return next;
  }

  private static Optional<Instant> earliest(Link link, String sql, Object... values)
      throws SQLException {
    try (var rows = link.prepare(sql, values).executeQuery()) {
      rows.next();
      var at = rows.getLong(1);
      return rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }
  }
}
