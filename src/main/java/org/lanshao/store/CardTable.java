package org.lanshao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lanshao.message.ChannelName;
import org.lanshao.turn.Cause;
import org.lanshao.turn.OutgoingJson;
import org.lanshao.turn.ReceiptJson;
import org.lanshao.turn.SentCards.Sent;

/** Cards among the rows of {@code outgoing}. */
final class CardTable {
  private static final String FIND =
      "SELECT id, channel, payload, receipt FROM outgoing"
          + " WHERE cause = ? AND cause <> '' AND state IN (1, 5) AND at >= ? ORDER BY position";

  private static final String CHANGED = "SELECT 1 FROM outgoing WHERE once = ?";

  private final Seal seal;

  CardTable(Seal seal) {
    this.seal = seal;
  }

  /** As {@link org.lanshao.turn.SentCards#cards}. */
  List<Sent> find(Link link, Cause cause, Instant since) throws SQLException {
    var found = new ArrayList<Sent>();
    try (var rows = link.prepare(FIND, cause.text(), since.toEpochMilli()).executeQuery()) {
      while (rows.next()) {
        if (rows.getBytes(4).length > 0) {
          found.add(read(rows));
        }
      }
    }
    var cards = new ArrayList<Sent>();
    for (Sent sent : found) {
      if (sent.isCard() && !isChanged(link, sent)) {
        cards.add(sent);
      }
    }
    return cards;
  }

  private static boolean isChanged(Link link, Sent sent) throws SQLException {
    try (var rows = link.prepare(CHANGED, Sent.once(sent.id())).executeQuery()) {
      return rows.next();
    }
  }

  private Sent read(ResultSet rows) throws SQLException {
    var id = Uuids.read(rows.getBytes(1));
    var payload =
        OutgoingJson.read(seal.open(OutgoingTable.PAYLOAD, id.toString(), rows.getBytes(3)));
    var receipt =
        ReceiptJson.read(seal.open(OutgoingTable.RECEIPT_COLUMN, id.toString(), rows.getBytes(4)));
    return new Sent(id, new ChannelName(rows.getString(2)), payload.target(), receipt.handle());
  }
}
