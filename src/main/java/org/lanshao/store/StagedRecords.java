package org.lanshao.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lanshao.turn.Changes.Filing;
import org.lanshao.turn.NewRecords;
import org.lanshao.turn.Staging;
import org.lanshao.turn.Unavailable;

/**
 * Many records at once, laid out in the tables {@code staged_…} and copied from there by one
 * transaction into those of their names. Private columns are sealed for their last place from the
 * start. What is left there afterwards, or by an import that was stopped, is cleared away.
 */
final class StagedRecords implements Staging<Filing, NewRecords> {
  /** So many rows are cleared away at once: turns wait for them. */
  private static final int SLICE = 500;

  private static final String WAITING =
      "INSERT INTO unfolded (submission, revision) SELECT DISTINCT submission, revision"
          + " FROM staged_entry WHERE batch = ? ON CONFLICT DO NOTHING";
  private static final String REVISED =
      "SELECT r.submission, r.revision, (SELECT COUNT(*) FROM staged_entry e WHERE e.batch ="
          + " r.batch AND e.submission = r.submission AND e.revision = r.revision)"
          + " FROM staged_revision r WHERE r.batch = ?";

  private final Tables tables;
  private final Dialect dialect;
  private final Writer writer;

  StagedRecords(Tables tables, Dialect dialect, Writer writer) {
    this.tables = tables;
    this.dialect = dialect;
    this.writer = writer;
  }

  /** The tables that have a stage. */
  private static final List<Insert> ALL =
      List.of(SubmissionTable.INSERT, RevisionTable.INSERT, EntryTable.ENTRY, MatterTable.INSERT);

  @Override
  public void layOut(UUID batch, List<Filing> slice) throws Unavailable {
    var id = Uuids.bytes(batch);
    var filings = slice.stream().map(tables::filing).toList();
    if (filings.stream().anyMatch(one -> one.daily().isPresent() || !one.met().isEmpty())) {
      throw new IllegalArgumentException("no records of a station's day or of households");
    }
    var first = filings.stream().filter(Rows.Filing::first).map(Rows.Filing::row).toList();
    var revised = filings.stream().filter(one -> !one.first()).map(Rows.Filing::row).toList();
    write(
        link -> {
          tables.entries().insertPaths(link, filings);
          layOut(link, id, SubmissionTable.INSERT, first);
          layOut(link, id, RevisionTable.INSERT, revised);
          layOut(link, id, EntryTable.ENTRY, all(filings, Rows.Filing::entries));
          layOut(link, id, MatterTable.INSERT, all(filings, Rows.Filing::matters));
          return filings.size();
        });
  }

  private static List<Object[]> all(
      List<Rows.Filing> filings, Function<Rows.Filing, List<Object[]>> kind) {
    return filings.stream().flatMap(one -> kind.apply(one).stream()).toList();
  }

  private void layOut(Link link, byte[] batch, Insert table, List<Object[]> rows)
      throws SQLException {
    if (!rows.isEmpty()) {
      var staged = new ArrayList<Object[]>(rows.size());
      rows.forEach(row -> staged.add(Stream.concat(Stream.of(batch), Stream.of(row)).toArray()));
      dialect.insert(link, table.staged(), staged);
    }
  }

  @Override
  public boolean takeIn(NewRecords records, long count) throws Unavailable {
    var timers = records.timers().stream().map(TimerTable::row).toList();
    var batch = Uuids.bytes(records.batch());
    return write(
        link -> {
          // The file is taken for writing first: what began by reading could not go on.
          dialect.freeze(link);
          link.run("SAVEPOINT staged");
          boolean whole = takeIn(link, batch, count);
          if (whole && !timers.isEmpty()) {
            tables.timers().insert(link, timers);
          }
          link.run(whole ? "RELEASE SAVEPOINT staged" : "ROLLBACK TO SAVEPOINT staged");
          return whole;
        });
  }

  /** False when somebody was faster with one of them, or not all were laid out. */
  private boolean takeIn(Link link, byte[] batch, long count) throws SQLException {
    long records = take(link, batch, SubmissionTable.INSERT);
    long revisions = take(link, batch, RevisionTable.INSERT);
    long matters = count(link, MatterTable.INSERT, batch);
    if (records + revisions != count || take(link, batch, MatterTable.INSERT) != matters) {
      return false;
    }
    take(link, batch, EntryTable.ENTRY);
    link.update(WAITING, (Object) batch);
    takeBack(link, batch);
    return true;
  }

  private static long take(Link link, byte[] batch, Insert table) throws SQLException {
    var names = table.names(table.columns().size());
    return link.update(
        "INSERT INTO %1$s (%2$s) SELECT %2$s FROM %3$s WHERE batch = ? ON CONFLICT DO NOTHING"
            .formatted(table.table(), names, table.staged().table()),
        (Object) batch);
  }

  private static long count(Link link, Insert table, byte[] batch) throws SQLException {
    var sql = "SELECT COUNT(*) FROM " + table.staged().table() + " WHERE batch = ?";
    try (var rows = link.prepare(sql, (Object) batch).executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /** What corrected records counted before. */
  private void takeBack(Link link, byte[] batch) throws SQLException {
    var revised = new ArrayList<Object[]>();
    try (var rows = link.prepare(REVISED, (Object) batch).executeQuery()) {
      while (rows.next()) {
        revised.add(new Object[] {rows.getBytes(1), rows.getLong(2), rows.getLong(3)});
      }
    }
    for (Object[] one : revised) {
      tables.entries().takeBack(link, one[0], (Long) one[1], (Long) one[2]);
    }
  }

  /** Clears away all of it, for who has the database alone. */
  static void clear(Link link) throws SQLException {
    for (var table : ALL) {
      link.update("DELETE FROM " + table.staged().table());
    }
  }

  @Override
  public void clear(UUID batch) throws Unavailable {
    clear("batch = ?", Uuids.bytes(batch));
  }

  @Override
  public void clearAway(Instant before) throws Unavailable {
    clear("batch < ?", Uuids.bytes(Uuids.first(before)));
  }

  private void clear(String which, byte[] batch) throws Unavailable {
    for (var table : ALL.stream().map(Insert::staged).toList()) {
      var key = table.names(table.key());
      var sql =
          "DELETE FROM %1$s WHERE (%2$s) IN (SELECT %2$s FROM %1$s WHERE %3$s LIMIT %4$d)"
              .formatted(table.table(), key, which, SLICE);
      int gone = SLICE;
      while (gone == SLICE) {
        gone = write(link -> link.update(sql, (Object) batch));
      }
    }
  }

  private <T> T write(Work.Writing<T> writing) throws Unavailable {
    return writer.write(new Work.Alone<>(writing));
  }
}
