package org.lanshao.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Fills an empty PostgreSQL with the rows of another database. A mark that is committed first says
 * that it is not whole, and no server takes it; the one transaction that brings the rows takes the
 * mark away. So whatever ends it in the middle leaves an empty database that can be filled again.
 */
final class Pouring {
  private static final String MARK = "unfinished";

  private final Link from;
  private final StoreSettings settings;
  private final Postgres target;

  Pouring(Link from, StoreSettings settings, Postgres target) {
    this.from = from;
    this.settings = settings;
    this.target = target;
  }

  /** Refuses a database that was to be filled and is not whole. */
  static void refuse(Link link) throws SQLException {
    if (SettingTable.remembered(link, MARK).isPresent()) {
      throw new UnsafeDatabase("store.url：往这个数据库搬数据（move 或 restore）没有做完，里面还没有数据。再做一次，或换回原来的数据库");
    }
  }

  /** Whether nothing is in there but, perhaps, the mark. */
  static boolean isEmpty(Link link) throws SQLException {
    for (Table table : Table.all(link)) {
      var marks = table.name().equals("setting") ? " WHERE name <> '" + MARK + "'" : "";
      if (!link.ask("SELECT count(*) FROM " + table.name() + marks).equals("0")) {
        return false;
      }
    }
    return true;
  }

  /**
   * Copies all rows.
   *
   * @param held since when sending is held in the copy
   * @throws IllegalStateException when the target is not empty, or does not hold the same
   *     afterwards
   */
  Contents pour(Optional<Instant> held) throws SQLException {
    Migrations.apply(settings, target);
    try (var to = target.copying()) {
      if (!isEmpty(to)) {
        throw new IllegalStateException("the target is not empty");
      }
      to.connection().rollback();
      SettingTable.remember(to, MARK, "");
      to.connection().commit();
      to.update("DELETE FROM setting WHERE name = ?", MARK);
      var copied = copy(to);
      if (held.isPresent()) {
        Holding.begin(to, held.get());
      }
      to.connection().commit();
      return copied;
    }
  }

  private Contents copy(Link to) throws SQLException {
    List<Table> tables = Table.all(from);
    for (Table table : tables) {
      Copying.copy(table, from, target, to);
    }
    target.continuePositions(to);
    var original = Contents.of(from, tables);
    if (!Contents.of(to, Table.all(to)).equals(original)) {
      throw new IllegalStateException("the copy does not hold the same rows");
    }
    if (!Recount.differences(to).equals(Recount.differences(from))) {
      throw new IllegalStateException("the copy does not count the same");
    }
    return original;
  }
}
