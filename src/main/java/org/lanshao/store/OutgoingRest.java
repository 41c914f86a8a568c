package org.lanshao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lanshao.message.ChannelName;
import org.lanshao.turn.Lane;
import org.lanshao.turn.OutgoingJson;
import org.lanshao.turn.ReceiptJson;
import org.lanshao.turn.Resting;

/** The rows of {@code outgoing} that did not reach everybody. */
final class OutgoingRest {
  private static final String FIND =
      "SELECT position, id, channel, payload, lane, at, settled, code, platform_code, receipt"
          + " FROM outgoing WHERE state IN (2, 3, 5) ORDER BY position DESC LIMIT ?";
  private static final String AGAIN =
      "UPDATE outgoing SET state = 0, due = ?, attempt = 0, aside = 0, expires = 0, code = '',"
          + " platform_code = '' WHERE position = ? AND state IN (2, 3)";

  private final Seal seal;

  OutgoingRest(Seal seal) {
    this.seal = seal;
  }

  /** As {@link org.lanshao.turn.Facts#resting}. */
  List<Resting> find(Link link, int most) throws SQLException {
    var found = new ArrayList<Resting>();
    try (var rows = link.prepare(FIND, most).executeQuery()) {
      while (rows.next()) {
        found.add(row(rows));
      }
    }
    return found;
  }

  private Resting row(ResultSet rows) throws SQLException {
    var id = Uuids.read(rows.getBytes(2)).toString();
    var payload = OutgoingJson.read(seal.open(OutgoingTable.PAYLOAD, id, rows.getBytes(4)));
    long at = rows.getLong(6);
    return new Resting(
        rows.getLong(1),
        new ChannelName(rows.getString(3)),
        payload.target(),
        Lane.of(rows.getInt(5)),
        Instant.ofEpochMilli(at),
        Instant.ofEpochMilli(Math.max(at, rows.getLong(7))),
        rows.getString(8),
        rows.getString(9),
        undelivered(id, rows.getBytes(10)));
  }

  private List<String> undelivered(String id, byte[] receipt) {
    return receipt.length == 0
        ? List.of()
        : ReceiptJson.read(seal.open(OutgoingTable.RECEIPT_COLUMN, id, receipt)).undelivered();
  }

  /** Lets rows that rest be sent again, as if they were new; others are left alone. */
  static int again(Link link, List<Long> numbers, Instant now) throws SQLException {
    int count = 0;
    for (long number : numbers) {
      count += link.update(AGAIN, now.toEpochMilli(), number);
    }
    return count;
  }
}
