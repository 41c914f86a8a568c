package org.lanshao.store;

import static org.lanshao.store.Insert.bytes;
import static org.lanshao.store.Insert.text;
import static org.lanshao.store.Insert.whole;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lanshao.directory.Change;
import org.lanshao.directory.PersonId;
import org.lanshao.turn.EditJson;
import org.lanshao.turn.NewChange;

/** The table {@code directory_change}. */
final class DirectoryTable {
  private static final Insert INSERT =
      new Insert(
          "directory_change",
          List.of(
              whole("version"),
              whole("at"),
              text("kind"),
              text("person"),
              text("subject"),
              text("conversation"),
              bytes("edits"),
              bytes("snapshot")),
          1);
  private static final String SELECT = "SELECT version, at, edits FROM directory_change ";
  private static final String AFTER = SELECT + "WHERE version > ? ORDER BY version";
  private static final String IMPORTED = SELECT + "WHERE kind = 'import' ORDER BY version";
  private static final String NEWEST =
      "SELECT version, at, snapshot FROM directory_change WHERE LENGTH(snapshot) > 0"
          + " ORDER BY version DESC LIMIT 1";
  private static final byte[] NONE = {};

  private final Dialect dialect;
  private final Seal seal;

  DirectoryTable(Dialect dialect, Seal seal) {
    this.dialect = dialect;
    this.seal = seal;
  }

  /** The row of a change, sealed. */
  Object[] row(NewChange change) {
    long version = change.change().version();
    return new Object[] {
      version,
      change.change().at().toEpochMilli(),
      change.kind().name().toLowerCase(Locale.ROOT),
      change.by().map(PersonId::text).orElse(""),
      change.subject(),
      change.where(),
      seal.seal("directory.edits", Long.toString(version), EditJson.write(change.change().edits())),
      change
          .snapshot()
          .map(all -> seal.seal("directory.snapshot", Long.toString(version), EditJson.write(all)))
          .orElse(NONE)
    };
  }

  /** Inserts a change; false when its version is taken: somebody was faster. */
  boolean insert(Link link, Object[] row) throws SQLException {
    return !dialect.insert(link, INSERT, List.<Object[]>of(row)).isEmpty();
  }

  /** Takes a change back that was inserted in this transaction. */
  void delete(Link link, Object[] row) throws SQLException {
    link.update("DELETE FROM directory_change WHERE version = ?", row[0]);
  }

  /** As {@link org.lanshao.turn.Facts#directory}. */
  List<Change> after(Link link, long version) throws SQLException {
    var changes = new ArrayList<Change>();
    if (version == 0) {
      changes.addAll(read(link, "directory.snapshot", NEWEST));
    }
    long from = changes.isEmpty() ? version : changes.getLast().version();
    changes.addAll(read(link, "directory.edits", AFTER, from));
    return changes;
  }

  /** As {@link Store#imported}. */
  List<Change> imported(Link link) throws SQLException {
    return read(link, "directory.edits", IMPORTED);
  }

  private List<Change> read(Link link, String column, String sql, Object... values)
      throws SQLException {
    var changes = new ArrayList<Change>();
    try (var rows = link.prepare(sql, values).executeQuery()) {
      while (rows.next()) {
        changes.add(read(rows, column));
      }
    }
    return changes;
  }

  private Change read(ResultSet rows, String column) throws SQLException {
    long version = rows.getLong(1);
    var edits = EditJson.read(seal.open(column, Long.toString(version), rows.getBytes(3)));
    return new Change(version, Instant.ofEpochMilli(rows.getLong(2)), edits);
  }
}
