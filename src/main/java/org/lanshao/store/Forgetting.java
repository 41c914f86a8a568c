package org.lanshao.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.lanshao.alert.AlertEvent;
import org.lanshao.form.Media;
import org.lanshao.record.Nameless;

/**
 * Takes out of records what tells of people, with the emergencies and matters that belong to them
 * and the bytes of their pictures. Entries stay as they are: what was counted is counted.
 */
final class Forgetting {
  private static final List<String> ALERT =
      List.of(
          "DELETE FROM alert_seen WHERE alert = ?",
          "DELETE FROM alert_event WHERE alert = ?",
          "DELETE FROM alert WHERE number = ?");

  private final Tables tables;

  Forgetting(Tables tables) {
    this.tables = tables;
  }

  /**
   * Leaves of the record of this number what counts, and nothing of its emergency. That households
   * were visited on its day stays; that it was by this record does not.
   */
  void forget(Link link, String number) throws SQLException {
    var record = tables.revisions().record(link, number);
    if (record.isPresent()) {
      MetTable.part(link, record.get().record().id());
    }
    forgetRecord(link, number);
    for (String sql : ALERT) {
      link.update(sql, number);
    }
  }

  /** Leaves of the record of this number what counts. */
  void forgetRecord(Link link, String number) throws SQLException {
    dropMedia(link, number);
    var record = tables.revisions().record(link, number);
    if (record.isPresent()) {
      var id = Uuids.bytes(record.get().record().id());
      link.update("DELETE FROM household_met WHERE record = ?", (Object) id);
      tables.revisions().forget(link, number);
    }
    tables.matters().forget(link, number);
  }

  /** The bytes that the record and the emergency of this number refer to are not kept any more. */
  void dropMedia(Link link, String number) throws SQLException {
    var keys = new ArrayList<byte[]>();
    for (var revision : tables.revisions().history(link, number)) {
      for (Media.Sent sent : Nameless.media(revision.record().answers())) {
        keys.add(tables.media().key(sent));
      }
    }
    var alert = tables.alerts().alert(link, number);
    if (alert.isPresent()) {
      var begun = alert.get().alert().core().begun();
      var channel = begun.reporter().conversation().channel().text();
      for (AlertEvent event : alert.get().events()) {
        if (event instanceof AlertEvent.Attached attached) {
          keys.add(tables.media().key(new Media.Sent(channel, attached.reference())));
        }
      }
    }
    tables.media().drop(link, keys);
  }
}
