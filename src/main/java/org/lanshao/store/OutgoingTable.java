package org.lanshao.store;

import static org.lanshao.store.Insert.bytes;
import static org.lanshao.store.Insert.text;
import static org.lanshao.store.Insert.whole;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lanshao.message.Outbound;
import org.lanshao.turn.Cause;
import org.lanshao.turn.Facts;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Outgoing.Settled;
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
              text("cause"),
              whole("addressee")),
          1);

  /** A row that was put back so often lets others pass. */
  private static final int PATIENT_TRIES = 3;

  /** As does one that was put back for longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What was cancelled while it was sent stays so, unless it has arrived. */
  private static final String SETTLE =
      "UPDATE outgoing SET state = CASE WHEN state = 4 AND ? NOT IN (1, 5) THEN 4 ELSE ? END,"
          + " due = ?, settled = ?, lease = 0, code = ?, platform_code = ?, receipt = ?,"
          + " attempt = attempt - ?, aside = CASE WHEN ? = 1 AND (attempt >= "
          + PATIENT_TRIES
          + " OR ? > "
          + PATIENCE.toMillis()
          + ") THEN 1 ELSE aside END"
          + " WHERE id = ? AND claim = ? AND state IN (0, 4) AND lease > 0";

  private static final String WAIT_TOGETHER =
      "UPDATE outgoing SET due = ? WHERE state = 0 AND lease = 0 AND due < ?"
          + " AND (channel, target, lane) ="
          + " (SELECT s.channel, s.target, s.lane FROM outgoing s WHERE s.id = ?)";
  private static final String CANCEL =
      "UPDATE outgoing SET state = 4 WHERE cause = ? AND state = 0";
  private static final String CANCEL_ALL =
      "UPDATE outgoing SET state = 4 WHERE once >= ? AND once < ? AND state = 0";
  private static final String RECEIPT =
      "SELECT id, receipt FROM outgoing WHERE once = ? AND state IN (1, 5)";

  /** What the sealed columns are sealed for. */
  static final String PAYLOAD = "outgoing.payload";

  static final String RECEIPT_COLUMN = "outgoing.receipt";

  private static final String FATES =
      "SELECT once, state, code FROM outgoing WHERE once >= ? AND once < ? ORDER BY once";

  private final Dialect dialect;
  private final Seal seal;
  private final Clock clock;
  private final CardChanges changes;

  OutgoingTable(Dialect dialect, Seal seal, Clock clock) {
    this.dialect = dialect;
    this.seal = seal;
    this.clock = clock;
    this.changes = new CardChanges(seal, clock);
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
      seal.seal(PAYLOAD, outgoing.id().toString(), OutgoingJson.write(payload)),
      CardChanges.first(outgoing),
      clock.millis(),
      0L,
      0L,
      0L,
      "",
      "",
      (long) outgoing.terms().lane().rank(),
      outgoing.terms().expires().map(Instant::toEpochMilli).orElse(0L),
      outgoing.terms().cause().map(Cause::text).orElse(""),
      addressee(outgoing.target())
    };
  }

  private static long addressee(Outbound.Target target) {
    return target instanceof Outbound.Target.ToGroup ? OutgoingLines.GROUP : OutgoingLines.PERSON;
  }

  /** What a sealed payload holds. */
  static OutgoingJson.Message open(Seal seal, UUID id, byte[] payload) {
    return OutgoingJson.read(seal.open(PAYLOAD, id.toString(), payload));
  }

  static String name(Outbound.Target target) {
    return switch (target) {
      case Outbound.Target.ToPerson(String account) -> "person " + account;
      case Outbound.Target.ToGroup(String send) -> "group " + send;
      case Outbound.Target.Back(String account, String back) -> "back " + account + " " + back;
    };
  }

  /** What comes after all that begins so: the sign after a colon is a semicolon. */
  static String after(String begin) {
    return begin.substring(0, begin.length() - 1) + ";";
  }

  /** As {@link Facts#fates}. */
  static List<Facts.Fate> fates(Link link, String begin) throws SQLException {
    var fates = new ArrayList<Facts.Fate>();
    try (var rows = link.prepare(FATES, begin, after(begin)).executeQuery()) {
      while (rows.next()) {
        fates.add(new Facts.Fate(rows.getString(1), end(rows.getInt(2)), rows.getString(3)));
      }
    }
    return fates;
  }

  /** Taken for some of its people is not taken for the one it was for. */
  private static Facts.Fate.End end(int state) {
    return switch (state) {
      case 0 -> Facts.Fate.End.WAITS;
      case 1 -> Facts.Fate.End.ACCEPTED;
      default -> Facts.Fate.End.FAILED;
    };
  }

  /** Inserts rows in this order, leaving out those whose {@code once} is taken. */
  void insert(Link link, List<Object[]> rows) throws SQLException {
    if (!rows.isEmpty()) {
      dialect.insert(link, INSERT, rows);
    }
    for (Object[] row : rows) {
      changes.written(link, row);
    }
  }

  /** As {@link org.lanshao.turn.Outgoing#settle}. */
  Set<UUID> settle(Link link, List<Settled> settled, Instant now) throws SQLException {
    var held = new HashSet<UUID>();
    for (var one : settled) {
      if (settle(link, one, now)) {
        held.add(one.id());
      }
    }
    return held;
  }

  private boolean settle(Link link, Settled settled, Instant now) throws SQLException {
    var end = end(settled);
    var key = Uuids.bytes(settled.id());
    boolean held =
        link.update(
                SETTLE,
                end.state(),
                end.state(),
                end.due(),
                now.toEpochMilli(),
                end.code(),
                end.platformCode(),
                end.receipt(),
                settled.settlement() instanceof Settlement.Paced ? 1 : 0,
                settled.settlement() instanceof Settlement.Again ? 1 : 0,
                end.due() - now.toEpochMilli(),
                key,
                settled.claim())
            == 1;
    if (held && settled.settlement() instanceof Settlement.Paced) {
      link.update(WAIT_TOGETHER, end.due(), end.due(), key);
    }
    if (held && settled.settlement() instanceof Settlement.Accepted accepted) {
      changes.taken(link, settled.id(), accepted.handle());
    }
    return held;
  }

  /** What a settlement writes. */
  private record End(int state, long due, String code, String platformCode, byte[] receipt) {}

  private End end(Settled settled) {
    var none = new byte[0];
    return switch (settled.settlement()) {
      case Settlement.Accepted accepted ->
          new End(
              accepted.undelivered().isEmpty() ? 1 : 5, 0, "", "", receipt(settled.id(), accepted));
      case Settlement.Again(Instant at, String code, String platform) ->
          new End(0, at.toEpochMilli(), code, platform, none);
      case Settlement.Paced(Instant at) -> new End(0, at.toEpochMilli(), "paced", "", none);
      case Settlement.Expired() -> new End(3, 0, "expired", "", none);
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

  /** Lets messages that rest be sent again. */
  int again(Link link, List<Long> numbers) throws SQLException {
    return OutgoingRest.again(link, numbers, clock.instant());
  }

  /** Cancels what was not sent of the messages whose {@code once} begins so, with its colon. */
  static void cancel(Link link, String begin) throws SQLException {
    link.update(CANCEL_ALL, begin, after(begin));
  }

  /** Cancels what was not sent for this cause; what is being sent may end, and is not repeated. */
  static void cancel(Link link, Cause cause) throws SQLException {
    link.update(CANCEL, cause.text());
  }
}
