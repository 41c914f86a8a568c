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
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
  private static final String DROP =
      "UPDATE media SET state = 3, lease = 0 WHERE reference = ? AND state < 3";
  private static final String FETCHED_IN_VAIN =
      "UPDATE media SET hash = ? WHERE reference = ? AND state = 3 AND hash = ''";
  private static final String UNUSED =
      "SELECT DISTINCT d.hash FROM media d WHERE d.state = 3 AND d.hash <> '' AND NOT EXISTS"
          + " (SELECT 1 FROM media k WHERE k.state = 1 AND k.hash = d.hash) LIMIT 100";
  private static final String USED = "SELECT hash FROM media WHERE state = 1 AND hash = ? LIMIT 1";
  private static final String FORGET = "UPDATE media SET hash = '' WHERE state = 3 AND hash = ?";
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
    var reference = key(media.sent());
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

  /** The key of the row of a picture or file. */
  byte[] key(Media.Sent sent) {
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
              kept(
                  link,
                  key,
                  hash,
                  link.update(SETTLE, 1, 0L, "", "", hash, type, size, key, number));
          case Settlement.Again(Instant at, String code, String platform) ->
              link.update(SETTLE, 0, at.toEpochMilli(), code, platform, "", "", 0L, key, number);
          case Settlement.Refused(String code, String platform) ->
              link.update(SETTLE, 2, 0L, code, platform, "", "", 0L, key, number);
        }
        == 1;
  }

  /** What was dropped while it was fetched tells by its hash which bytes must be deleted. */
  private static int kept(Link link, byte[] key, String hash, int held) throws SQLException {
    if (held == 0) {
      link.update(FETCHED_IN_VAIN, hash, key);
    }
    return held;
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
    try (var rows = link.prepare(STATE, (Object) key(sent)).executeQuery()) {
      return rows.next() ? Optional.of(state(rows)) : Optional.empty();
    }
  }

  /** Nobody wants these any more, in the order of their keys. */
  void drop(Link link, List<byte[]> references) throws SQLException {
    for (byte[] reference : references.stream().sorted(Arrays::compareUnsigned).toList()) {
      link.update(DROP, (Object) reference);
    }
  }

  /** As {@link org.lanshao.turn.MediaRows#unused}. */
  static List<String> unused(Link link) throws SQLException {
    var hashes = new ArrayList<String>();
    try (var rows = link.prepare(UNUSED).executeQuery()) {
      while (rows.next()) {
        hashes.add(rows.getString(1));
      }
    }
    return hashes;
  }

  /** As {@link org.lanshao.turn.MediaRows#used}. */
  static Set<String> used(Link link, List<String> hashes) throws SQLException {
    var used = new HashSet<String>();
    for (String hash : hashes) {
      used.addAll(link.texts(USED, hash));
    }
    return used;
  }

  /** As {@link org.lanshao.turn.MediaRows#forget}. */
  static int forget(Link link, String hash) throws SQLException {
    return link.update(FORGET, hash);
  }

  private static State state(ResultSet rows) throws SQLException {
    return switch (rows.getInt(1)) {
      case 0 -> new State.Waits();
      case 1 -> new State.Kept(rows.getString(3), rows.getString(4), rows.getLong(5));
      case 2 -> new State.Refused(rows.getString(2));
      default -> new State.Dropped();
    };
  }
}
