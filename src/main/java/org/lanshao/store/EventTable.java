package org.lanshao.store;

import static org.lanshao.store.Insert.bytes;
import static org.lanshao.store.Insert.text;
import static org.lanshao.store.Insert.whole;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lanshao.alert.By;
import org.lanshao.directory.PersonId;

/** The table of the events of alerts, or of notices: each a row, sealed, in its place. */
final class EventTable<E> {
  private final Dialect dialect;
  private final Seal seal;
  private final Kind<E> kind;
  private final Insert insert;
  private final String events;

  EventTable(Dialect dialect, Seal seal, Kind<E> kind) {
    this.dialect = dialect;
    this.seal = seal;
    this.kind = kind;
    this.insert =
        new Insert(
            kind.table(),
            List.of(
                text(kind.of()), whole("position"), whole("at"), text("person"), bytes("event")),
            2);
    this.events =
        "SELECT position, event FROM %s WHERE %s = ? ORDER BY position"
            .formatted(kind.table(), kind.of());
  }

  /**
   * Whose events they are.
   *
   * @param table where they stand
   * @param of the column that names whose
   * @param by who did what an event tells
   * @param write an event as text
   * @param read a text as event
   */
  record Kind<E>(
      String table,
      String of,
      Function<E, By> by,
      Function<E, String> write,
      Function<String, E> read) {}

  /**
   * The rows of events.
   *
   * @param from how many there are before
   */
  List<Object[]> rows(String number, long from, List<E> events) {
    var rows = new ArrayList<Object[]>();
    for (E event : events) {
      long position = from + rows.size() + 1;
      var by = kind.by().apply(event);
      rows.add(
          new Object[] {
            number,
            position,
            by.at().toEpochMilli(),
            by.person().map(PersonId::text).orElse(""),
            seal.seal(column(), key(number, position), kind.write().apply(event))
          });
    }
    return rows;
  }

  /** Writes them; their places are free, since their case went on. */
  void insert(Link link, List<Object[]> rows) throws SQLException {
    if (!rows.isEmpty()) {
      dialect.insert(link, insert, rows);
    }
  }

  /** All of one, the first one first; none when there is none. */
  List<E> of(Link link, String number) throws SQLException {
    var all = new ArrayList<E>();
    try (var rows = link.prepare(events, number).executeQuery()) {
      while (rows.next()) {
        var place = key(number, rows.getLong(1));
        all.add(kind.read().apply(seal.open(column(), place, rows.getBytes(2))));
      }
    }
    return all;
  }

  private String column() {
    return kind.table() + ".event";
  }

  private static String key(String number, long position) {
    return number + "#" + position;
  }
}
