package org.lanshao.store;

import static org.lanshao.store.Insert.bytes;
import static org.lanshao.store.Insert.text;
import static org.lanshao.store.Insert.whole;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.FormId;
import org.lanshao.record.Revision;
import org.lanshao.turn.Changes;

/** The table {@code station_day}: which record tells of a station's day. */
final class StationDayTable {
  private static final Insert INSERT =
      new Insert(
          "station_day", List.of(text("form"), text("area"), whole("day"), bytes("record")), 3);

  private final Dialect dialect;

  StationDayTable(Dialect dialect) {
    this.dialect = dialect;
  }

  /** The row of a filing; empty where it tells of no station's day, or stands no more. */
  static Optional<Object[]> row(Changes.Filing filing) {
    var record = filing.submission();
    return filing.daily() && filing.revision().state() != Revision.State.WITHDRAWN
        ? Optional.of(
            new Object[] {
              record.form().text(),
              record.area().text(),
              (long) Days.number(record.day()),
              Uuids.bytes(record.id())
            })
        : Optional.empty();
  }

  /**
   * Enters what a turn tells of a station's day for the first time.
   *
   * @return false when something was told of it already: somebody was faster
   */
  boolean insert(Link link, Object[] row) throws SQLException {
    return !dialect.insert(link, INSERT, List.<Object[]>of(row)).isEmpty();
  }

  /** What two turns that tell of the same day have in common. */
  static byte[] key(Object[] row) {
    return (row[0] + "." + row[1] + "." + row[2]).getBytes(StandardCharsets.UTF_8);
  }

  /** Takes back what a record was entered for. */
  static void delete(Link link, Object record) throws SQLException {
    link.update("DELETE FROM station_day WHERE record = ?", record);
  }

  /** The record that tells of a station's day; empty when none stands. */
  static Optional<byte[]> record(Link link, FormId form, AreaCode station, LocalDate day)
      throws SQLException {
    var query = "SELECT record FROM station_day WHERE form = ? AND day = ? AND area = ?";
    try (var rows =
        link.prepare(query, form.text(), Days.number(day), station.text()).executeQuery()) {
      return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
    }
  }

  /** The stations that told of a day. */
  static Set<AreaCode> stations(Link link, FormId form, LocalDate day) throws SQLException {
    var stations = new HashSet<AreaCode>();
    var query = "SELECT area FROM station_day WHERE form = ? AND day = ?";
    try (var rows = link.prepare(query, form.text(), Days.number(day)).executeQuery()) {
      while (rows.next()) {
        stations.add(new AreaCode(rows.getString(1)));
      }
    }
    return stations;
  }
}
