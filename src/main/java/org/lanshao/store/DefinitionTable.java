package org.lanshao.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.form.Definition;
import org.lanshao.form.FormId;

/** The tables {@code definition} and {@code current_definition}. */
final class DefinitionTable {
  private static final Insert INSERT =
      new Insert(
          "definition", List.of(Insert.text("hash"), Insert.text("form"), Insert.text("body")), 1);
  private static final String MAKE_CURRENT =
      "INSERT INTO current_definition (form, hash) VALUES (?, ?)"
          + " ON CONFLICT (form) DO UPDATE SET hash = excluded.hash";

  private DefinitionTable() {}

  /** As {@link org.lanshao.turn.Commit#publish}. */
  static boolean publish(Dialect dialect, Link link, FormId form, Definition definition)
      throws SQLException {
    var row = new Object[] {definition.hash(), form.text(), definition.body()};
    if (dialect.insert(link, INSERT, List.<Object[]>of(row)).isEmpty()) {
      return false;
    }
    link.update(MAKE_CURRENT, form.text(), definition.hash());
    return true;
  }

  static Optional<Definition> definition(Link link, String hash) throws SQLException {
    try (var rows =
        link.prepare("SELECT body FROM definition WHERE hash = ?", hash).executeQuery()) {
      return rows.next() ? Optional.of(new Definition(hash, rows.getString(1))) : Optional.empty();
    }
  }

  static Map<FormId, String> currents(Link link) throws SQLException {
    var currents = new HashMap<FormId, String>();
    try (var rows = link.prepare("SELECT form, hash FROM current_definition").executeQuery()) {
      while (rows.next()) {
        currents.put(new FormId(rows.getString(1)), rows.getString(2));
      }
    }
    return currents;
  }

  static Optional<String> current(Link link, FormId form) throws SQLException {
    try (var rows =
        link.prepare("SELECT hash FROM current_definition WHERE form = ?", form.text())
            .executeQuery()) {
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    }
  }
}
