package org.lanshao.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Empties old rows of the table {@code turn}, in the order of its key. What drafts were made of
 * stays while it is needed to go on with them.
 */
final class WordsPurge implements Purge {
  private static final String NEXT =
      "SELECT t.conversation, t.seq, t.at, length(t.input) + length(t.events),"
          + " (SELECT l.draft_from FROM turn l WHERE l.conversation = t.conversation"
          + " ORDER BY l.seq DESC LIMIT 1)"
          + " FROM turn t WHERE t.conversation > ? OR (t.conversation = ? AND t.seq > ?)"
          + " ORDER BY t.conversation, t.seq LIMIT ?";

  private final TurnTable turns;

  WordsPurge(TurnTable turns) {
    this.turns = turns;
  }

  /**
   * A turn.
   *
   * @param drafts whether a draft that is open was made in it
   */
  private record Mark(String conversation, long seq, boolean drafts) {
    /** The number of the turn, a space, and its conversation. */
    static Mark read(String text) {
      int end = text.indexOf(' ');
      return end < 0
          ? new Mark("", 0, false)
          : new Mark(text.substring(end + 1), Long.parseLong(text.substring(0, end)), false);
    }

    String text() {
      return seq + " " + conversation;
    }
  }

  @Override
  public Done slice(Link link, String start, long before, int most) throws SQLException {
    var from = Mark.read(start);
    var old = new ArrayList<Mark>();
    var last = from;
    int seen = 0;
    try (var rows =
        link.prepare(NEXT, from.conversation(), from.conversation(), from.seq(), most)
            .executeQuery()) {
      while (rows.next()) {
        long draftFrom = rows.getLong(5);
        long seq = rows.getLong(2);
        last = new Mark(rows.getString(1), seq, draftFrom > 0 && seq >= draftFrom);
        seen++;
        if (rows.getLong(3) < before && rows.getLong(4) > 0) {
          old.add(last);
        }
      }
    }
    empty(link, old);
    return new Done(old.size(), seen == most ? last.text() : "");
  }

  private void empty(Link link, List<Mark> old) throws SQLException {
    for (Mark one : old) {
      if (one.drafts()) {
        turns.forgetWords(link, one.conversation(), one.seq());
      } else {
        turns.forget(link, one.conversation(), one.seq());
      }
    }
  }
}
