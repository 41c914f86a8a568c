package org.lanshao.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lanshao.message.Card;
import org.lanshao.message.ChannelName;
import org.lanshao.turn.Cause;
import org.lanshao.turn.OutgoingJson;
import org.lanshao.turn.ReceiptJson;
import org.lanshao.turn.SentCards.Sent;

/** Cards among the rows of {@code outgoing}. */
final class CardTable {
  private static final String SELECT =
      "SELECT position, state, id, channel, payload, receipt FROM outgoing"
          + " WHERE cause = ? AND cause <> '' AND at >= ? AND ";

  /** In two parts, for each has an index. */
  private static final String FIND =
      SELECT + "state = 0 UNION ALL " + SELECT + "state IN (1, 5) ORDER BY 1";

  private static final String BEGUN =
      "SELECT cause FROM outgoing WHERE cause >= ? AND cause < ? AND cause <> '' AND at >= ? AND ";

  private static final String CAUSES =
      BEGUN + "state = 0 UNION " + BEGUN + "state IN (1, 5) ORDER BY 1";

  private static final String CHANGED = "SELECT 1 FROM outgoing WHERE once = ?";

  private final Seal seal;

  CardTable(Seal seal) {
    this.seal = seal;
  }

  /** As {@link org.lanshao.turn.SentCards#cards}. */
  List<Sent> find(Link link, Cause cause, Instant since) throws SQLException {
    var cards = new ArrayList<Sent>();
    for (Sent sent : about(link, cause, since.toEpochMilli())) {
      if (!isChanged(link, sent)) {
        cards.add(sent);
      }
    }
    return cards;
  }

  /** As {@link org.lanshao.turn.SentCards#causes}. */
  static List<Cause> causes(Link link, String begin, Instant since) throws SQLException {
    var after = OutgoingTable.after(begin);
    long at = since.toEpochMilli();
    return link.texts(CAUSES, begin, after, at, begin, after, at).stream().map(Cause::new).toList();
  }

  private List<Sent> about(Link link, Cause cause, long since) throws SQLException {
    var found = new ArrayList<Sent>();
    var statement = link.prepare(FIND, cause.text(), since, cause.text(), since);
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        var id = Uuids.read(rows.getBytes(3));
        var message =
            OutgoingJson.read(seal.open(OutgoingTable.PAYLOAD, id.toString(), rows.getBytes(5)));
        boolean card =
            rows.getInt(2) == 0
                ? !message.part().choices().isEmpty()
                : isCard(id.toString(), rows.getBytes(6));
        if (card) {
          found.add(new Sent(id, new ChannelName(rows.getString(4)), message.target()));
        }
      }
    }
    return found;
  }

  /** What was taken tells so itself: not every handle is a card's. */
  private boolean isCard(String id, byte[] receipt) {
    return receipt.length > 0
        && Card.code(
                ReceiptJson.read(seal.open(OutgoingTable.RECEIPT_COLUMN, id, receipt)).handle())
            .isPresent();
  }

  private static boolean isChanged(Link link, Sent sent) throws SQLException {
    try (var rows = link.prepare(CHANGED, Sent.once(sent.id())).executeQuery()) {
      return rows.next();
    }
  }
}
