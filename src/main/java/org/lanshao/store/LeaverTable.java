package org.lanshao.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lanshao.turn.LeaverJson;
import org.lanshao.turn.PeopleHeld.Leaver;

/** The table {@code leaver}. */
record LeaverTable(Seal seal) {
  private static final String BODY = "leaver.body";

  /** The row of somebody, sealed. */
  Object[] row(Leaver leaver) {
    var body = seal.seal(BODY, leaver.id().toString(), LeaverJson.write(leaver));
    return new Object[] {Uuids.bytes(leaver.id()), leaver.at().toEpochMilli(), body};
  }

  /** Inserts a row. */
  static void insert(Link link, Object[] row) throws SQLException {
    link.update("INSERT INTO leaver (id, at, body) VALUES (?, ?, ?)", row);
  }

  /** All of them, the first one first. */
  List<Leaver> all(Link link) throws SQLException {
    var leavers = new ArrayList<Leaver>();
    try (var rows =
        link.prepare("SELECT id, at, body FROM leaver ORDER BY at, id").executeQuery()) {
      while (rows.next()) {
        var id = Uuids.read(rows.getBytes(1));
        var body = seal.open(BODY, id.toString(), rows.getBytes(3));
        leavers.add(LeaverJson.read(id, Instant.ofEpochMilli(rows.getLong(2)), body));
      }
    }
    return leavers;
  }

  /** Deletes the row of somebody. */
  static int delete(Link link, Leaver leaver) throws SQLException {
    return link.update("DELETE FROM leaver WHERE id = ?", (Object) Uuids.bytes(leaver.id()));
  }
}
