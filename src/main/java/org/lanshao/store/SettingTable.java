package org.lanshao.store;

import java.sql.SQLException;
import java.util.Optional;

/** The table {@code setting}. */
final class SettingTable {
  private static final String REMEMBER =
      "INSERT INTO setting (name, value) VALUES (?, ?)"
          + " ON CONFLICT (name) DO UPDATE SET value = excluded.value";

  private SettingTable() {}

  static boolean remember(Link link, String name, String value) throws SQLException {
    return link.update(REMEMBER, name, value) == 1;
  }

  static Optional<String> remembered(Link link, String name) throws SQLException {
    try (var rows = link.prepare("SELECT value FROM setting WHERE name = ?", name).executeQuery()) {
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    }
  }

  /** Writes something of no meaning. */
  static boolean probe(Link link) throws SQLException {
    return remember(link, "probe", "");
  }
}
