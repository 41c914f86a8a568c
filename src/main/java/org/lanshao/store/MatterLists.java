package org.lanshao.store;

import static org.lanshao.store.MatterTable.SELECT;
import static org.lanshao.store.MatterTable.STANDING;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Matter;
import org.lanshao.turn.MatterFacts.MatterCount;

/** Matters as they stand, by area, state, day and whose they are. */
final class MatterLists {
  private static final String IN_SOME = "JOIN lies_in a ON a.path = m.path AND a.area ";
  private static final String INSIDE = IN_SOME + "= ? ";
  private static final String OPEN =
      SELECT
          + INSIDE
          + "WHERE m.letter = ? AND m.open = 1 AND "
          + STANDING
          + " ORDER BY m.day DESC, m.at DESC, m.number DESC LIMIT ?";
  private static final String REAL = PracticeSql.real("m.letter");
  private static final String DUE =
      SELECT
          + INSIDE
          + "WHERE m.open = 1 AND m.due > 0 AND m.due < ? AND "
          + STANDING
          + REAL
          + " ORDER BY m.due, m.at, m.number LIMIT ?";
  private static final String UNCARED =
      SELECT
          + "WHERE m.owner = '' AND m.person <> '' AND m.open = 1 AND "
          + STANDING
          + REAL
          + " ORDER BY m.number LIMIT ?";
  private static final String OF_OWNER =
      SELECT
          + "WHERE (m.owner = ? OR m.owner = '' AND m.person = ?) AND m.open = 1 AND "
          + STANDING
          + REAL
          + " ORDER BY m.day, m.at, m.number";
  private static final String OPENED =
      "m.letter = ? AND m.state <> '' AND m.day BETWEEN ? AND ? AND "
          + STANDING
          + " ORDER BY m.day, m.at, m.number";
  private static final String ALL_OPEN =
      "m.letter = ? AND m.open = 1 AND " + STANDING + " ORDER BY m.day, m.at, m.number";
  private static final String CLOSED =
      "m.letter = ? AND m.state <> '' AND m.open = 0 AND m.made BETWEEN ? AND ? AND "
          + STANDING
          + " ORDER BY m.made, m.at, m.number";
  private static final String DAYS_OPEN =
      "m.letter = ? AND m.state <> '' AND m.open = 0 AND m.version > 1 AND m.made BETWEEN ? AND ?"
          + " AND "
          + STANDING
          + " ORDER BY m.made - m.day";
  private static final String COUNTED =
      "SELECT m.state, m.open, COUNT(*), SUM(m.remaining), SUM(CASE WHEN m.day BETWEEN ? AND ? THEN"
          + " 1 ELSE 0 END), SUM(CASE WHEN m.open = 0 AND m.made BETWEEN ? AND ? THEN 1 ELSE 0 END)"
          + " FROM matter m ";
  private static final String GROUPED =
      "m.letter = ? AND m.state <> '' AND " + STANDING + " GROUP BY m.state, m.open";

  private final MatterTable table;

  MatterLists(MatterTable table) {
    this.table = table;
  }

  /** The open ones of an area whose day is before this one, the longest past first. */
  List<Matter> due(Link link, AreaCode area, LocalDate before, int most) throws SQLException {
    return table.read(link, DUE, area.text(), (long) Days.number(before), (long) most);
  }

  /** The open ones in somebody's hands, the oldest first. */
  List<Matter> ofOwner(Link link, PersonId owner) throws SQLException {
    return table.read(link, OF_OWNER, owner.text(), owner.text());
  }

  /** As {@link org.lanshao.turn.UncaredMatters#some}. */
  List<Matter> uncared(Link link, int most) throws SQLException {
    return table.read(link, UNCARED, (long) most);
  }

  /** The newest open ones of an area. */
  List<Matter> open(Link link, String letter, AreaCode area, int most) throws SQLException {
    return table.read(link, OPEN, area.text(), letter, (long) most);
  }

  /** How many were opened and closed, and how many are open, by state. */
  MatterCount count(Link link, String letter, Scope scope, DayRange range) throws SQLException {
    var values = new ArrayList<Object>();
    for (int twice = 0; twice < 2; twice++) {
      values.add((long) Days.number(range.first()));
      values.add((long) Days.number(range.last()));
    }
    values.addAll(whose(scope));
    values.add(letter);
    try (var found =
        link.prepare(COUNTED + which(scope) + GROUPED, values.toArray()).executeQuery()) {
      return count(found);
    }
  }

  /** Those that were opened on these days, the first one first. */
  List<Matter> opened(Link link, String letter, Scope scope, DayRange range) throws SQLException {
    return on(link, OPENED, letter, scope, range);
  }

  /** All open ones, the first one first. */
  List<Matter> open(Link link, String letter, Scope scope) throws SQLException {
    var values = new ArrayList<Object>(whose(scope));
    values.add(letter);
    return table.read(link, SELECT + which(scope) + ALL_OPEN, values.toArray());
  }

  /** Those that were closed on these days, the first one first. */
  List<Matter> closed(Link link, String letter, Scope scope, DayRange range) throws SQLException {
    return on(link, CLOSED, letter, scope, range);
  }

  /** How long those had been open that were closed on these days, the shortest first. */
  List<Long> daysOpen(Link link, String letter, Scope scope, DayRange range) throws SQLException {
    var days = new ArrayList<Long>();
    var sql = "SELECT m.made - m.day FROM matter m " + which(scope) + DAYS_OPEN;
    try (var found = link.prepare(sql, on(letter, scope, range)).executeQuery()) {
      while (found.next()) {
        days.add(found.getLong(1));
      }
    }
    return days;
  }

  private List<Matter> on(Link link, String sql, String letter, Scope scope, DayRange range)
      throws SQLException {
    return table.read(link, SELECT + which(scope) + sql, on(letter, scope, range));
  }

  private static Object[] on(String letter, Scope scope, DayRange range) {
    var values = new ArrayList<Object>(whose(scope));
    values.add(letter);
    values.add((long) Days.number(range.first()));
    values.add((long) Days.number(range.last()));
    return values.toArray();
  }

  private static String which(Scope scope) {
    return switch (scope) {
      case Scope.InArea(AreaCode area) -> INSIDE + "WHERE ";
      case Scope.InAreas(List<AreaCode> areas) ->
          IN_SOME + "IN (?" + ", ?".repeat(areas.size() - 1) + ") WHERE ";
      case Scope.ByPerson(PersonId person) -> "WHERE m.person = ? AND ";
    };
  }

  private static List<String> whose(Scope scope) {
    return switch (scope) {
      case Scope.InArea(AreaCode area) -> List.of(area.text());
      case Scope.InAreas(List<AreaCode> areas) -> areas.stream().map(AreaCode::text).toList();
      case Scope.ByPerson(PersonId person) -> List.of(person.text());
    };
  }

  private static MatterCount count(ResultSet rows) throws SQLException {
    long opened = 0;
    long closed = 0;
    var open = new HashMap<String, Long>();
    var left = new HashMap<String, Long>();
    while (rows.next()) {
      opened += rows.getLong(5);
      closed += rows.getLong(6);
      if (rows.getInt(2) == 1) {
        open.put(rows.getString(1), rows.getLong(3));
        left.put(rows.getString(1), rows.getLong(4));
      }
    }
    return new MatterCount(opened, closed, open, left);
  }
}
