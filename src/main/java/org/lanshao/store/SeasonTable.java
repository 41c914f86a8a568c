package org.lanshao.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanshao.season.Declaration;
import org.lanshao.turn.NewDeclaration;

/** The table {@code season}: what was declared. */
final class SeasonTable {
  private static final String DECLARE =
      "INSERT INTO season (kind, year, starts, ends, person, at) VALUES (?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (kind, year) DO UPDATE SET starts = excluded.starts,"
          + " ends = excluded.ends, person = excluded.person, at = excluded.at";

  private SeasonTable() {}

  /** Keeps a declaration in the place of what was declared about that season and year. */
  static void declare(Link link, NewDeclaration made) throws SQLException {
    var declaration = made.declaration();
    link.update(
        DECLARE,
        declaration.season(),
        declaration.year(),
        number(declaration.start()),
        number(declaration.end()),
        made.by().text(),
        made.at().toEpochMilli());
  }

  /** All that was declared. */
  static List<Declaration> declared(Link link) throws SQLException {
    var declared = new ArrayList<Declaration>();
    var query = "SELECT kind, year, starts, ends FROM season ORDER BY kind, year";
    try (var rows = link.prepare(query).executeQuery()) {
      while (rows.next()) {
        declared.add(
            new Declaration(
                rows.getString(1), rows.getInt(2), day(rows.getInt(3)), day(rows.getInt(4))));
      }
    }
    return declared;
  }

  private static Optional<LocalDate> day(int number) {
    return number == 0 ? Optional.empty() : Optional.of(Days.day(number));
  }

  private static int number(Optional<LocalDate> day) {
    return day.map(Days::number).orElse(0);
  }
}
