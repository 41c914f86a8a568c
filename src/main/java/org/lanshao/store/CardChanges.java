package org.lanshao.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.message.Card;
import org.lanshao.message.Extras;
import org.lanshao.message.Reply;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.OutgoingJson;
import org.lanshao.turn.OutgoingJson.Message;
import org.lanshao.turn.ReceiptJson;
import org.lanshao.turn.SentCards.Sent;

/**
 * The rows of {@code outgoing} that change cards. Each is written as one that is cancelled, and
 * comes to life with the code of its card: at once where a platform has taken the card, else when
 * that is settled. If no platform takes the card nothing is changed.
 */
final class CardChanges {
  private static final long WAITS = 0;
  private static final long CANCELLED = 4;

  private static final String FIND =
      "SELECT id, payload FROM outgoing WHERE once = ? AND state = " + CANCELLED;

  /** Whoever settles the card at the same time waits for this, or this for them. */
  private static final String TOUCH =
      "UPDATE outgoing SET due = due WHERE id = ? RETURNING state, receipt";

  private static final String LEAVE =
      "UPDATE outgoing SET state = 0, due = ?, payload = ? WHERE id = ? AND state = " + CANCELLED;

  private final Seal seal;
  private final Clock clock;

  CardChanges(Seal seal, Clock clock) {
    this.seal = seal;
    this.clock = clock;
  }

  /** The state with which a row is written. */
  static long first(NewOutgoing outgoing) {
    return Sent.isChange(outgoing) ? CANCELLED : WAITS;
  }

  /**
   * Lets a row leave that was just written, if its card was taken before; others are left alone.
   */
  void written(Link link, Object[] row) throws SQLException {
    var once = (String) row[1];
    if (row[6].equals(CANCELLED)) {
      var handle = handle(link, Sent.changed(once));
      if (handle.isPresent()) {
        leave(link, once, handle.get());
      }
    }
  }

  /** Lets the row leave that waits for this card, which a platform has just taken. */
  void taken(Link link, UUID card, String handle) throws SQLException {
    leave(link, Sent.once(card), handle);
  }

  /** What the platform gave for a card; empty while it has not taken it. */
  private Optional<String> handle(Link link, UUID card) throws SQLException {
    try (var rows = link.prepare(TOUCH, (Object) Uuids.bytes(card)).executeQuery()) {
      boolean taken =
          rows.next()
              && (rows.getInt(1) == 1 || rows.getInt(1) == 5)
              && rows.getBytes(2).length > 0;
      return taken
          ? Optional.of(
              ReceiptJson.read(
                      seal.open(OutgoingTable.RECEIPT_COLUMN, card.toString(), rows.getBytes(2)))
                  .handle())
          : Optional.empty();
    }
  }

  private void leave(Link link, String once, String handle) throws SQLException {
    var code = Card.code(handle);
    if (code.isEmpty()) {
      return;
    }
    byte[] id;
    byte[] sealed;
    try (var rows = link.prepare(FIND, once).executeQuery()) {
      if (!rows.next()) {
        return;
      }
      id = rows.getBytes(1);
      sealed = with(code.get(), Uuids.read(id).toString(), rows.getBytes(2));
    }
    link.update(LEAVE, clock.millis(), sealed, id);
  }

  private byte[] with(String code, String id, byte[] payload) {
    var message = OutgoingJson.read(seal.open(OutgoingTable.PAYLOAD, id, payload));
    var part = message.part();
    var whole = new Reply.Part(part.text(), part.choices(), Extras.replacing(code));
    var changed = OutgoingJson.write(new Message(message.target(), whole));
    return seal.seal(OutgoingTable.PAYLOAD, id, changed);
  }
}
