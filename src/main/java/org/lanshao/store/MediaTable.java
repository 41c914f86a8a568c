package org.lanshao.store;

import static org.lanshao.store.Insert.bytes;
import static org.lanshao.store.Insert.text;
import static org.lanshao.store.Insert.whole;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lanshao.form.Media;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;
import org.lanshao.turn.MediaRows.Claimed;
import org.lanshao.turn.MediaRows.Settlement;
import org.lanshao.turn.MediaRows.State;
import org.lanshao.turn.MediaRows.Waiting;
import org.lanshao.turn.NewMedia;

/** The table {@code media}. */
final class MediaTable {
  private static final String PLATFORM_ID = "media.platform_id";
  private static final Insert INSERT =
      new Insert(
          "media",
          List.of(
              bytes("reference"),
              text("conversation"),
              whole("seq"),
              text("channel"),
              text("chat"),
              text("account"),
              bytes("platform_id"),
              text("wanted"),
              whole("at"),
              whole("state"),
              whole("due"),
              whole("lease"),
              whole("claim"),
              whole("attempt"),
              text("code"),
              text("platform_code"),
              text("hash"),
              text("type"),
              whole("size")),
          1);
  private static final String WAITING = "SELECT count(*), MIN(at) FROM media WHERE state = 0";
  private static final String NEXT_DUE =
      "SELECT MIN(CASE WHEN lease > due THEN lease ELSE due END) FROM media WHERE state = 0";
  private static final String SETTLE =
      "UPDATE media SET state = ?, due = ?, lease = 0, code = ?, platform_code = ?, hash = ?,"
          + " type = ?, size = ? WHERE reference = ? AND claim = ? AND state = 0 AND lease > 0";
  private static final String STATE =
      "SELECT state, code, hash, type, size FROM media WHERE reference = ?";

  private final Dialect dialect;
  private final Seal seal;
  private final String claim;
  private volatile Runnable wake = () -> {};

  MediaTable(Dialect dialect, Seal seal) {
    this.dialect = dialect;
    this.seal = seal;
    this.claim = claim(dialect.now(), dialect.lockFree());
  }

  private static String claim(String now, String lockFree) {
    return "UPDATE media SET claim = claim + 1, attempt = attempt + 1, lease = ? + "
        + now
        + " WHERE reference IN (SELECT m.reference FROM media m WHERE m.state = 0 AND m.due <= ?"
        + " AND m.lease <= "
        + now
        + " ORDER BY m.due, m.at, m.reference LIMIT ? "
        + lockFree
        + ") RETURNING reference, claim, attempt, channel, chat, account, platform_id, wanted, at";
  }

  /** The row of a picture or file, the platform's id sealed. */
  Object[] row(NewMedia media) {
    var conversation = media.conversation();
    var reference = reference(media.sent());
    return new Object[] {
      reference,
      conversation.key(),
      media.seq(),
      media.sent().channel(),
      switch (conversation.chat()) {
        case Chat.Private() -> "";
        case Chat.Group(String id) -> id;
      },
      conversation.account(),
      seal.seal(PLATFORM_ID, hex(reference), media.sent().id()),
      media.wanted().name().toLowerCase(Locale.ROOT),
      media.at().toEpochMilli(),
      0L,
      0L,
      0L,
      0L,
      0L,
      "",
      "",
      "",
      "",
      0L
    };
  }

  private byte[] reference(Media.Sent sent) {
    return seal.hash("media " + sent.channel() + " " + sent.id());
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** Inserts rows in the order of their keys, each once, leaving out those that are known. */
  void insert(Link link, List<Object[]> rows) throws SQLException {
    var sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing(row -> (byte[]) row[0], Arrays::compareUnsigned));
    for (int i = sorted.size() - 1; i > 0; i--) {
      if (Arrays.equals((byte[]) sorted.get(i)[0], (byte[]) sorted.get(i - 1)[0])) {
        sorted.remove(i);
      }
    }
    dialect.insert(link, INSERT, sorted);
  }

  /** As {@link org.lanshao.turn.MediaRows#onCommitted}. */
  void onCommitted(Runnable next) {
    this.wake = next;
  }

  /** These rows are durable. */
  void onCommitted(List<Object[]> rows) {
    if (!rows.isEmpty()) {
      wake.run();
    }
  }

  /** As {@link org.lanshao.turn.MediaRows#claim}. */
  List<Claimed> claim(Link link, int limit, Duration lease, Instant now) throws SQLException {
    var claimed = new ArrayList<Claimed>();
    var statement = link.prepare(claim, lease.toMillis(), now.toEpochMilli(), limit);
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        claimed.add(read(rows));
      }
    }
    claimed.sort(Comparator.comparing(Claimed::at).thenComparing(Claimed::name));
    return claimed;
  }

  private Claimed read(ResultSet rows) throws SQLException {
    var reference = rows.getBytes(1);
    var channel = rows.getString(4);
    var chat = rows.getString(5);
    return new Claimed(
        reference,
        rows.getLong(2),
        rows.getInt(3),
        new ConversationId(
            new ChannelName(channel),
            chat.isEmpty() ? new Chat.Private() : new Chat.Group(chat),
            rows.getString(6)),
        new Media.Sent(channel, seal.open(PLATFORM_ID, hex(reference), rows.getBytes(7))),
        NewMedia.Wanted.valueOf(rows.getString(8).toUpperCase(Locale.ROOT)),
        Instant.ofEpochMilli(rows.getLong(9)));
  }

  /** Writes what became of a claim; false when it had ended. */
  boolean settle(Link link, Claimed claimed, Settlement settlement) throws SQLException {
    var key = claimed.reference();
    long number = claimed.claim();
    return switch (settlement) {
          case Settlement.Kept(String hash, String type, long size) ->
              link.update(SETTLE, 1, 0L, "", "", hash, type, size, key, number);
          case Settlement.Again(Instant at, String code, String platform) ->
              link.update(SETTLE, 0, at.toEpochMilli(), code, platform, "", "", 0L, key, number);
          case Settlement.Refused(String code, String platform) ->
              link.update(SETTLE, 2, 0L, code, platform, "", "", 0L, key, number);
        }
        == 1;
  }

  /** As {@link org.lanshao.turn.MediaRows#nextDue}. */
  static Optional<Instant> nextDue(Link link) throws SQLException {
    try (var rows = link.prepare(NEXT_DUE).executeQuery()) {
      rows.next();
      long due = rows.getLong(1);
      return rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(due));
    }
  }

  /** As {@link org.lanshao.turn.MediaRows#waiting}. */
  static Waiting waiting(Link link) throws SQLException {
    try (var rows = link.prepare(WAITING).executeQuery()) {
      rows.next();
      long count = rows.getLong(1);
      long oldest = rows.getLong(2);
      return new Waiting(
          count, count == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(oldest)));
    }
  }

  /** As {@link org.lanshao.turn.MediaRows#state}. */
  Optional<State> state(Link link, Media.Sent sent) throws SQLException {
    try (var rows = link.prepare(STATE, (Object) reference(sent)).executeQuery()) {
      return rows.next() ? Optional.of(state(rows)) : Optional.empty();
    }
  }

  private static State state(ResultSet rows) throws SQLException {
    return switch (rows.getInt(1)) {
      case 0 -> new State.Waits();
      case 1 -> new State.Kept(rows.getString(3), rows.getString(4), rows.getLong(5));
      default -> new State.Refused(rows.getString(2));
    };
  }
}
