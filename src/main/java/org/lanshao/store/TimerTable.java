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
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;
import org.lanshao.turn.NewTimer;
import org.lanshao.turn.TimerMove;
import org.lanshao.turn.Timers.Due;
import org.lanshao.turn.Timers.Overdue;

/** The table {@code timer}. */
final class TimerTable {
  private static final Insert INSERT =
      new Insert(
          "timer",
          List.of(
              bytes("id"),
              text("kind"),
              text("conversation"),
              text("channel"),
              text("chat"),
              text("account"),
              whole("due"),
              whole("since"),
              whole("step"),
              whole("look"),
              whole("lease"),
              text("about")),
          1);

  /** Where a row of {@link #INSERT} says when it is due. */
  private static final int DUE = 6;

  private static final String MOVE =
      "UPDATE timer SET due = ?, since = ?, step = ?, look = look + 1, lease = 0"
          + " WHERE id = ? AND look = ?";
  private static final String DONE = "DELETE FROM timer WHERE id = ? AND look = ?";
  private static final String NEXT = "SELECT MIN(due) FROM timer";
  private static final String OVERDUE = "SELECT COUNT(*), MIN(due) FROM timer WHERE due <= ?";

  private final Dialect dialect;
  private final String claim;
  private volatile Consumer<Instant> heard = due -> {};

  TimerTable(Dialect dialect) {
    this.dialect = dialect;
    this.claim = claim(dialect.now(), dialect.lockFree());
  }

  private static String claim(String now, String lockFree) {
    return "UPDATE timer SET lease = ? + "
        + now
        + " WHERE id IN (SELECT t.id FROM timer t WHERE "
        + Holding.NOT_HELD
        + " AND t.due <= ? AND t.lease <= "
        + now
        + " AND t.conversation IN (SELECT f.conversation FROM (SELECT c.conversation, c.due"
        + " FROM timer c WHERE c.due <= ? AND c.lease <= "
        + now
        + " ORDER BY c.due, c.conversation LIMIT ?) f) "
        + lockFree
        + ") RETURNING id, kind, channel, chat, account, since, step, look, about";
  }

  static Object[] row(NewTimer timer) {
    var conversation = timer.conversation();
    return new Object[] {
      Uuids.bytes(timer.id()),
      timer.kind().name().toLowerCase(Locale.ROOT),
      conversation.key(),
      conversation.channel().text(),
      switch (conversation.chat()) {
        case Chat.Private() -> "";
        case Chat.Group(String id) -> id;
      },
      conversation.account(),
      timer.due().toEpochMilli(),
      timer.since().toEpochMilli(),
      0L,
      0L,
      0L,
      timer.about()
    };
  }

  void insert(Link link, List<Object[]> rows) throws SQLException {
    dialect.insert(link, INSERT, rows);
  }

  /** Moves timers in the order of their ids, so that two nodes never wait for each other. */
  int move(Link link, List<TimerMove> moves) throws SQLException {
    int moved = 0;
    for (TimerMove move : moves.stream().sorted(Comparator.comparing(TimerMove::id)).toList()) {
      var id = Uuids.bytes(move.id());
      var next = move.next();
      moved +=
          next.isEmpty()
              ? link.update(DONE, id, move.look())
              : link.update(
                  MOVE,
                  next.get().due().toEpochMilli(),
                  next.get().since().toEpochMilli(),
                  next.get().step(),
                  id,
                  move.look());
    }
    return moved;
  }

  /** As {@link org.lanshao.turn.Timers#onCommitted}. */
  void onCommitted(Consumer<Instant> due) {
    this.heard = due;
  }

  /** These rows are durable. */
  void onCommitted(List<Object[]> rows) {
    rows.stream()
        .map(row -> (Long) row[DUE])
        .min(Comparator.naturalOrder())
        .map(Instant::ofEpochMilli)
        .ifPresent(heard);
  }

  /** As {@link org.lanshao.turn.Timers#claim}. */
  List<Due> claim(Link link, int limit, Duration lease, Instant now) throws SQLException {
    long at = now.toEpochMilli();
    var claimed = new ArrayList<Due>();
    try (var rows = link.prepare(claim, lease.toMillis(), at, at, limit).executeQuery()) {
      while (rows.next()) {
        claimed.add(read(rows));
      }
    }
    claimed.sort(
        Comparator.comparing((Due due) -> due.conversation().key()).thenComparing(Due::id));
    return claimed;
  }

  private static Due read(ResultSet rows) throws SQLException {
    var chat = rows.getString(4);
    return new Due(
        Uuids.read(rows.getBytes(1)),
        NewTimer.Kind.valueOf(rows.getString(2).toUpperCase(Locale.ROOT)),
        new ConversationId(
            new ChannelName(rows.getString(3)),
            chat.isEmpty() ? new Chat.Private() : new Chat.Group(chat),
            rows.getString(5)),
        Instant.ofEpochMilli(rows.getLong(6)),
        rows.getInt(7),
        rows.getLong(8),
        rows.getString(9));
  }

  static Optional<Instant> next(Link link) throws SQLException {
    try (var rows = link.prepare(NEXT).executeQuery()) {
      rows.next();
      long due = rows.getLong(1);
      return rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(due));
    }
  }

  static Overdue overdue(Link link, Instant now) throws SQLException {
    try (var rows = link.prepare(OVERDUE, now.toEpochMilli()).executeQuery()) {
      rows.next();
      long count = rows.getLong(1);
      return new Overdue(
          count,
          count == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(rows.getLong(2))));
    }
  }
}
