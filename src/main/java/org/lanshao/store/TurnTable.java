package org.lanshao.store;

import static org.lanshao.store.Insert.bytes;
import static org.lanshao.store.Insert.text;
import static org.lanshao.store.Insert.whole;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lanshao.directory.PersonId;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Reply;
import org.lanshao.turn.Committed;
import org.lanshao.turn.Facts.Said;
import org.lanshao.turn.Facts.Standing;
import org.lanshao.turn.InputJson;
import org.lanshao.turn.NewTurn;
import org.lanshao.turn.ReplyJson;

/** The table {@code turn}. */
final class TurnTable {
  private static final byte[] NOTHING = new byte[0];
  private static final Insert INSERT =
      new Insert(
          "turn",
          List.of(
              text("conversation"),
              whole("seq"),
              text("channel"),
              text("message_id"),
              whole("at"),
              text("person"),
              bytes("input"),
              bytes("events"),
              bytes("reply"),
              whole("draft_from"),
              whole("greeted"),
              text("error"),
              bytes("snapshot")),
          4);
  private static final String FORGET_WORDS =
      "UPDATE turn SET input = ?, reply = ? WHERE conversation = ? AND seq = ?";
  private static final String FORGET_DRAFT =
      "UPDATE turn SET events = ?, snapshot = ? WHERE conversation = ? AND seq = ?";
  private static final String LAST =
      "SELECT seq, draft_from, greeted FROM turn WHERE conversation = ? ORDER BY seq DESC LIMIT 1";
  private static final String DRAFTING =
      "SELECT turn.conversation, turn.seq, turn.draft_from, turn.greeted FROM"
          + " (SELECT conversation, MAX(seq) AS seq FROM turn GROUP BY conversation) last"
          + " JOIN turn ON turn.conversation = last.conversation AND turn.seq = last.seq"
          + " WHERE turn.draft_from > 0";
  private static final String HEARD =
      "SELECT at FROM turn WHERE conversation = ? AND message_id NOT LIKE 'timer:%'"
          + " ORDER BY seq DESC LIMIT 1";
  private static final String SAID =
      "SELECT seq, at, input FROM turn WHERE conversation = ? ORDER BY seq DESC LIMIT ?";
  private static final String DRAFT =
      "SELECT seq, events, snapshot FROM turn"
          + " WHERE conversation = ? AND seq BETWEEN ? AND ? ORDER BY seq DESC";

  /** The last column says whether an outgoing row carries the reply; ';' follows ':' in order. */
  private static final String HANDLED =
      "SELECT conversation, seq, reply, EXISTS (SELECT 1 FROM outgoing"
          + " WHERE once >= 'reply:' || conversation || ':' || seq || ':'"
          + " AND once < 'reply:' || conversation || ':' || seq || ';')"
          + " FROM turn WHERE channel = ? AND message_id = ?";

  private final Dialect dialect;
  private final Seal seal;

  TurnTable(Dialect dialect, Seal seal) {
    this.dialect = dialect;
    this.seal = seal;
  }

  /** The row of a turn, its texts sealed. */
  Object[] row(NewTurn turn) {
    var conversation = turn.conversation().key();
    var key = key(conversation, turn.seq());
    return new Object[] {
      conversation,
      turn.seq(),
      turn.conversation().channel().text(),
      turn.messageId(),
      turn.at().toEpochMilli(),
      turn.person().map(PersonId::text).orElse(""),
      seal.seal("turn.input", key, turn.input()),
      seal.seal("turn.events", key, turn.events()),
      seal.seal("turn.reply", key, turn.reply()),
      turn.draftFrom(),
      (long) turn.greeted().map(Days::number).orElse(0),
      turn.error(),
      turn.snapshot().map(s -> seal.seal("turn.snapshot", key, s)).orElse(NOTHING)
    };
  }

  /** Empties a turn: what was said, what was answered, and what it did to drafts. */
  void forget(Link link, String conversation, long seq) throws SQLException {
    forgetWords(link, conversation, seq);
    link.update(FORGET_DRAFT, NOTHING, NOTHING, conversation, seq);
  }

  /** Empties what was said in a turn and what was answered. */
  void forgetWords(Link link, String conversation, long seq) throws SQLException {
    var silence = ReplyJson.write(Reply.NONE);
    var reply = seal.seal("turn.reply", key(conversation, seq), silence);
    link.update(FORGET_WORDS, NOTHING, reply, conversation, seq);
  }

  private static String key(String conversation, long seq) {
    return conversation + "#" + seq;
  }

  /** Inserts turns; those not in the answer lost against another. */
  BitSet insert(Link link, List<Object[]> rows) throws SQLException {
    return dialect.insert(link, INSERT, rows);
  }

  /** Takes a turn back that was inserted in this transaction. */
  void delete(Link link, Object[] row) throws SQLException {
    link.update("DELETE FROM turn WHERE conversation = ? AND seq = ?", row[0], row[1]);
  }

  /** What a message got when it was handled; empty when it was not. */
  Optional<Committed.Duplicate> handled(Link link, String channel, String messageId)
      throws SQLException {
    try (var rows = link.prepare(HANDLED, channel, messageId).executeQuery()) {
      if (!rows.next()) {
        return Optional.empty();
      }
      var key = key(rows.getString(1), rows.getLong(2));
      var reply = seal.open("turn.reply", key, rows.getBytes(3));
      return Optional.of(new Committed.Duplicate(reply, rows.getBoolean(4)));
    }
  }

  /** As {@link org.lanshao.turn.Talks#conversations}. */
  static List<String> conversations(Link link) throws SQLException {
    return link.texts("SELECT DISTINCT conversation FROM turn ORDER BY conversation");
  }

  /** As {@link org.lanshao.turn.Talks#events}. */
  List<String> events(Link link, String conversation) throws SQLException {
    var events = new ArrayList<String>();
    try (var rows =
        link.prepare(
                "SELECT seq, events FROM turn WHERE conversation = ? ORDER BY seq", conversation)
            .executeQuery()) {
      while (rows.next()) {
        var key = key(conversation, rows.getLong(1));
        events.add(seal.open("turn.events", key, rows.getBytes(2)));
      }
    }
    return events;
  }

  /** Where a conversation stands; empty before its first turn. */
  Optional<Standing> standing(Link link, ConversationId conversation) throws SQLException {
    Last last;
    try (var rows = link.prepare(LAST, conversation.key()).executeQuery()) {
      if (!rows.next()) {
        return Optional.empty();
      }
      last = new Last(conversation.key(), rows.getLong(1), rows.getLong(2), rows.getInt(3));
    }
    return Optional.of(standing(link, last));
  }

  /** Where every conversation stands that has a draft, by its key. */
  SortedMap<String, Standing> drafting(Link link) throws SQLException {
    var lasts = new ArrayList<Last>();
    try (var rows = link.prepare(DRAFTING).executeQuery()) {
      while (rows.next()) {
        lasts.add(new Last(rows.getString(1), rows.getLong(2), rows.getLong(3), rows.getInt(4)));
      }
    }
    var standings = new TreeMap<String, Standing>();
    for (Last last : lasts) {
      standings.put(last.conversation(), standing(link, last));
    }
    return standings;
  }

  /** What the last turn of a conversation says of it. */
  private record Last(String conversation, long seq, long draftFrom, int greeted) {}

  private Standing standing(Link link, Last last) throws SQLException {
    var day =
        last.greeted() == 0
            ? Optional.<java.time.LocalDate>empty()
            : Optional.of(Days.day(last.greeted()));
    var events = new ArrayList<String>();
    var snapshot =
        last.draftFrom() == 0
            ? Optional.<String>empty()
            : draft(link, last.conversation(), last.draftFrom(), last.seq(), events);
    return new Standing(last.seq(), last.draftFrom(), day, snapshot, events);
  }

  /** When its person last said something; empty when they never did. */
  Optional<Instant> heard(Link link, ConversationId conversation) throws SQLException {
    try (var rows = link.prepare(HEARD, conversation.key()).executeQuery()) {
      return rows.next() ? Optional.of(Instant.ofEpochMilli(rows.getLong(1))) : Optional.empty();
    }
  }

  /** As {@link org.lanshao.turn.Facts#said}. */
  List<Said> said(Link link, ConversationId conversation, int turns) throws SQLException {
    var said = new ArrayList<Said>();
    try (var rows = link.prepare(SAID, conversation.key(), turns).executeQuery()) {
      while (rows.next()) {
        var at = Instant.ofEpochMilli(rows.getLong(2));
        var input =
            seal.open("turn.input", key(conversation.key(), rows.getLong(1)), rows.getBytes(3));
        words(input).ifPresent(words -> said.add(new Said(at, words)));
      }
    }
    return said;
  }

  /** What was purged has none. */
  private static Optional<String> words(String input) {
    return input.isEmpty() ? Optional.empty() : InputJson.words(input);
  }

  /** Reads backwards to the newest snapshot, if there is one. */
  private Optional<String> draft(
      Link link, String conversation, long from, long to, List<String> events) throws SQLException {
    try (var rows = link.prepare(DRAFT, conversation, from, to).executeQuery()) {
      while (rows.next()) {
        var snapshot = snapshot(conversation, rows);
        if (snapshot.isPresent()) {
          Collections.reverse(events);
          return snapshot;
        }
        var key = key(conversation, rows.getLong(1));
        events.add(seal.open("turn.events", key, rows.getBytes(2)));
      }
    }
    Collections.reverse(events);
    return Optional.empty();
  }

  private Optional<String> snapshot(String conversation, ResultSet rows) throws SQLException {
    var sealed = rows.getBytes(3);
    return sealed.length == 0
        ? Optional.empty()
        : Optional.of(seal.open("turn.snapshot", key(conversation, rows.getLong(1)), sealed));
  }
}
