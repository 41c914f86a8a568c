package org.lanshao.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lanshao.message.Reply;
import org.lanshao.turn.ReplyJson;
import org.lanshao.turn.Retention;
import org.lanshao.turn.Unavailable;

/** Empties old rows of the table {@code turn}, in the order of its key. */
final class RetentionStore implements Retention {
  /**
   * Where it stands: the number of the turn, a space, and its conversation; nothing at the start.
   */
  private static final String MARK = "retention.words";

  private static final String NEXT =
      "SELECT conversation, seq, at, input FROM turn WHERE conversation > ?"
          + " OR (conversation = ? AND seq > ?) ORDER BY conversation, seq LIMIT ?";
  private static final String PURGE =
      "UPDATE turn SET input = ?, reply = ? WHERE conversation = ? AND seq = ?";
  private static final byte[] NOTHING = new byte[0];

  private final TurnTable turns;
  private final Writer writer;

  RetentionStore(TurnTable turns, Writer writer) {
    this.turns = turns;
    this.writer = writer;
  }

  /** A turn. */
  private record Mark(String conversation, long seq) {
    static final Mark START = new Mark("", 0);

    static Mark read(String text) {
      int end = text.indexOf(' ');
      return end < 0
          ? START
          : new Mark(text.substring(end + 1), Long.parseLong(text.substring(0, end)));
    }

    String text() {
      return conversation.isEmpty() ? "" : seq + " " + conversation;
    }
  }

  @Override
  public boolean purgeWords(Instant before, int slice) throws Unavailable {
    return writer.write(new Work.Small<>(false, link -> purge(link, before.toEpochMilli(), slice)));
  }

  private boolean purge(Link link, long before, int slice) throws SQLException {
    var from = SettingTable.remembered(link, MARK).map(Mark::read).orElse(Mark.START);
    var old = new ArrayList<Mark>();
    var last = Mark.START;
    int seen = 0;
    try (var rows =
        link.prepare(NEXT, from.conversation(), from.conversation(), from.seq(), slice)
            .executeQuery()) {
      while (rows.next()) {
        last = new Mark(rows.getString(1), rows.getLong(2));
        seen++;
        if (rows.getLong(3) < before && rows.getBytes(4).length > 0) {
          old.add(last);
        }
      }
    }
    empty(link, old);
    boolean more = seen == slice;
    SettingTable.remember(link, MARK, more ? last.text() : "");
    return more;
  }

  private void empty(Link link, List<Mark> old) throws SQLException {
    var silence = ReplyJson.write(Reply.NONE);
    for (Mark one : old) {
      var reply = turns.reply(one.conversation(), one.seq(), silence);
      link.update(PURGE, NOTHING, reply, one.conversation(), one.seq());
    }
  }
}
