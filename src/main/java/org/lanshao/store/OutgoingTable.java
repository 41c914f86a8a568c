package org.lanshao.store;

import static org.lanshao.store.Insert.bytes;
import static org.lanshao.store.Insert.text;
import static org.lanshao.store.Insert.whole;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound;
import org.lanshao.turn.Cause;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Outgoing.Claimed;
import org.lanshao.turn.Outgoing.Settlement;
import org.lanshao.turn.OutgoingJson;
import org.lanshao.turn.ReceiptJson;

/** The table {@code outgoing}. */
final class OutgoingTable {
  private static final Insert INSERT =
      new Insert(
          "outgoing",
          List.of(
              bytes("id"),
              text("once"),
              text("channel"),
              bytes("target"),
              whole("at"),
              bytes("payload"),
              whole("state"),
              whole("due"),
              whole("lease"),
              whole("claim"),
              whole("attempt"),
              text("code"),
              text("platform_code"),
              whole("lane"),
              whole("expires"),
              text("cause")),
          1);
  private static final String WAITING = "SELECT count(*) FROM outgoing WHERE state = 0";

  /** Nothing waits before this row for the same target. */
  private static final String FIRST =
      "NOT EXISTS (SELECT 1 FROM outgoing b WHERE b.state = 0 AND b.channel = o.channel"
          + " AND b.target = o.target AND b.position < o.position)";

  private static final String NEXT_DUE =
      "SELECT MIN(CASE WHEN o.lease > o.due THEN o.lease ELSE o.due END)"
          + " FROM outgoing o WHERE o.state = 0 AND "
          + FIRST;
  private static final String SETTLE =
      "UPDATE outgoing SET state = CASE WHEN state = 4 AND ? NOT IN (1, 5) THEN 4 ELSE ? END,"
          + " due = ?, lease = 0, code = ?, platform_code = ?, receipt = ?"
          + " WHERE id = ? AND claim = ? AND state IN (0, 4) AND lease > 0";
  private static final String CANCEL =
      "UPDATE outgoing SET state = 4 WHERE cause = ? AND state = 0";
  private static final String RECEIPT =
      "SELECT id, receipt FROM outgoing WHERE once = ? AND state IN (1, 5)";
  private static final String RECEIPT_COLUMN = "outgoing.receipt";

  private final Dialect dialect;
  private final Seal seal;
  private final String claim;

  OutgoingTable(Dialect dialect, Seal seal) {
    this.dialect = dialect;
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
        + " WHERE position IN (SELECT o.position FROM outgoing o WHERE o.state = 0"
        + " AND o.due <= ? AND o.lease <= "
        + now
        + " AND "
        + FIRST
        + " AND NOT EXISTS (SELECT 1 FROM outgoing s WHERE s.state = 0 AND s.channel = o.channel"
        + " AND s.target = o.target AND s.position <> o.position AND s.lease > "
        + now
        + ") ORDER BY o.position LIMIT ? "
        + dialect.lockFree()
        + ") RETURNING position, id, claim, attempt, channel, payload, at";
  }

  /** The row of a message, its target and text sealed. */
  Object[] row(NewOutgoing outgoing) {
    var payload = new OutgoingJson.Message(outgoing.target(), outgoing.part());
    return new Object[] {
      Uuids.bytes(outgoing.id()),
      outgoing.once(),
      outgoing.channel().text(),
      seal.hash(name(outgoing.target())),
      outgoing.at().toEpochMilli(),
      seal.seal("outgoing.payload", outgoing.id().toString(), OutgoingJson.write(payload)),
      0L,
      0L,
      0L,
      0L,
      0L,
      "",
      "",
      (long) outgoing.terms().lane().rank(),
      outgoing.terms().expires().map(Instant::toEpochMilli).orElse(0L),
      outgoing.terms().cause().map(Cause::text).orElse("")
    };
  }

  static String name(Outbound.Target target) {
    return switch (target) {
      case Outbound.Target.ToPerson(String account) -> "person " + account;
      case Outbound.Target.ToGroup(String send) -> "group " + send;
    };
  }

  /** Inserts rows in this order, leaving out those whose {@code once} is taken. */
  void insert(Link link, List<Object[]> rows) throws SQLException {
    if (!rows.isEmpty()) {
      dialect.insert(link, INSERT, rows);
    }
  }

  private record At(long position, Claimed claimed) {}

  /** As {@link org.lanshao.turn.Outgoing#claim}. */
  List<Claimed> claim(Link link, int limit, Duration lease, Instant now) throws SQLException {
    var claimed = new ArrayList<At>();
    var statement = link.prepare(claim, lease.toMillis(), now.toEpochMilli(), limit);
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        claimed.add(new At(rows.getLong(1), read(rows)));
      }
    }
    claimed.sort(Comparator.comparing(At::position));
    return claimed.stream().map(At::claimed).toList();
  }

  private Claimed read(ResultSet rows) throws SQLException {
    int attempt = rows.getInt(4);
    var id = Uuids.read(rows.getBytes(2));
    var payload = OutgoingJson.read(seal.open("outgoing.payload", id.toString(), rows.getBytes(6)));
    return new Claimed(
        rows.getLong(3),
        attempt,
        new ChannelName(rows.getString(5)),
        new Outbound(id, payload.target(), payload.part(), rows.getLong(1), attempt),
        Instant.ofEpochMilli(rows.getLong(7)));
  }

  /** As {@link org.lanshao.turn.Outgoing#settle}. */
  boolean settle(Link link, UUID id, long claim, Settlement settlement) throws SQLException {
    var end = end(id, settlement);
    return link.update(
            SETTLE,
            end.state(),
            end.state(),
            end.due(),
            end.code(),
            end.platformCode(),
            end.receipt(),
            Uuids.bytes(id),
            claim)
        == 1;
  }

  /** What a settlement writes. */
  private record End(int state, long due, String code, String platformCode, byte[] receipt) {}

  private End end(UUID id, Settlement settlement) {
    var none = new byte[0];
    return switch (settlement) {
      case Settlement.Accepted accepted ->
          new End(accepted.undelivered().isEmpty() ? 1 : 5, 0, "", "", receipt(id, accepted));
      case Settlement.Again(Instant at, String code, String platform) ->
          new End(0, at.toEpochMilli(), code, platform, none);
      case Settlement.Refused(String code, String platform) -> new End(2, 0, code, platform, none);
    };
  }

  private byte[] receipt(UUID id, Settlement.Accepted accepted) {
    return accepted.equals(Settlement.Accepted.PLAIN)
        ? new byte[0]
        : seal.seal(RECEIPT_COLUMN, id.toString(), ReceiptJson.write(accepted));
  }

  /** As {@link org.lanshao.turn.Outgoing#handle}. */
  Optional<String> handle(Link link, String once) throws SQLException {
    try (var rows = link.prepare(RECEIPT, once).executeQuery()) {
      if (!rows.next() || rows.getBytes(2).length == 0) {
        return Optional.empty();
      }
      var id = Uuids.read(rows.getBytes(1)).toString();
      var stored = seal.open(RECEIPT_COLUMN, id, rows.getBytes(2));
      return Optional.of(ReceiptJson.read(stored).handle()).filter(handle -> !handle.isEmpty());
    }
  }

  /** Cancels what was not sent for this cause; what is being sent may end, and is not repeated. */
  static void cancel(Link link, Cause cause) throws SQLException {
    link.update(CANCEL, cause.text());
  }

  /** As {@link org.lanshao.turn.Outgoing#nextDue}. */
  Optional<Instant> nextDue(Link link) throws SQLException {
    try (var rows = link.prepare(NEXT_DUE).executeQuery()) {
      rows.next();
      var due = rows.getLong(1);
      return rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(due));
    }
  }

  /** As {@link org.lanshao.turn.Outgoing#waiting}. */
  long waiting(Link link) throws SQLException {
    try (var rows = link.prepare(WAITING).executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
