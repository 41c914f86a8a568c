package org.lanshao.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanshao.directory.AreaCode;
import org.lanshao.season.Declaration;
import org.lanshao.turn.NewDeclaration;

/** The tables {@code season}, what was declared for everywhere, and {@code season_area}. */
final class SeasonTable {
  private static final String DECLARE =
      "INSERT INTO season (kind, year, starts, ends, person, at) VALUES (?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (kind, year) DO UPDATE SET starts = excluded.starts,"
          + " ends = excluded.ends, person = excluded.person, at = excluded.at";

  private static final String DECLARE_THERE =
      "INSERT INTO season_area (kind, year, area, starts, ends, person, at)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (kind, year, area) DO UPDATE SET starts = excluded.starts,"
          + " ends = excluded.ends, person = excluded.person, at = excluded.at";

  private static final String DECLARED =
      "SELECT kind, year, '' AS area, starts, ends FROM season"
          + " UNION ALL SELECT kind, year, area, starts, ends FROM season_area"
          + " ORDER BY kind, year, area";

  private SeasonTable() {}

  /** Keeps a declaration in the place of what was declared about the same. */
  static void declare(Link link, NewDeclaration made) throws SQLException {
    var one = made.declaration();
    var values = new ArrayList<Object>(List.of(one.season(), one.year()));
    one.area().map(AreaCode::text).ifPresent(values::add);
    values.addAll(List.of(number(one.start()), number(one.end())));
    values.addAll(List.of(made.by().text(), made.at().toEpochMilli()));
    link.update(one.area().isEmpty() ? DECLARE : DECLARE_THERE, values.toArray());
  }

  /** All that was declared. */
  static List<Declaration> declared(Link link) throws SQLException {
    var declared = new ArrayList<Declaration>();
    try (var rows = link.prepare(DECLARED).executeQuery()) {
      while (rows.next()) {
        declared.add(
            new Declaration(
                rows.getString(1),
                rows.getInt(2),
                Optional.of(rows.getString(3)).filter(a -> !a.isEmpty()).map(AreaCode::new),
                day(rows.getInt(4)),
                day(rows.getInt(5))));
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
