package org.lanshao.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.count.Axis;
import org.lanshao.count.Cells;
import org.lanshao.count.Condition;
import org.lanshao.count.Cut;
import org.lanshao.count.Period;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;

/**
 * Records as they stand, in plain tables of their own, and counts of them in plain SQL: no entries,
 * no tallies, nothing of the store's.
 */
final class PlainRecords implements AutoCloseable {
  private final Connection database;

  PlainRecords() throws SQLException {
    database = DriverManager.getConnection("jdbc:sqlite::memory:");
    run("CREATE TABLE record (id, person, path, day, mode, household, people, category)");
    run("CREATE TABLE tag (household, category, rank, PRIMARY KEY (household, category))");
    run("CREATE TABLE purpose (id, purpose)");
    run("CREATE TABLE lies (path, area, PRIMARY KEY (path, area))");
    run("CREATE INDEX record_id ON record (id)");
    run("CREATE INDEX purpose_id ON purpose (id)");
  }

  /**
   * A record with what it counts. By category it counts as its household's people did when it was
   * put here.
   *
   * @param path the area that it belongs to and all that this one lay in when it was told
   * @param category as the store's register tells it; not looked at here
   */
  record Told(
      UUID id,
      String person,
      List<AreaCode> path,
      String day,
      String mode,
      List<String> purposes,
      String household,
      String category,
      long people) {}

  /** Somebody of a household belongs to a group from now on, or does no more. */
  void tag(String household, String category, boolean belongs) throws SQLException {
    run("DELETE FROM tag WHERE household = ? AND category = ?", household, category);
    if (belongs) {
      run(
          "INSERT INTO tag VALUES (?1, ?2,"
              + " CASE ?2 WHEN 'tekun' THEN 1 WHEN 'dibao' THEN 2 ELSE 3 END)",
          household,
          category);
    }
  }

  void put(Told told) throws SQLException {
    remove(told.id());
    run(
        "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, CAST(? AS INTEGER),"
            + " COALESCE((SELECT category FROM tag WHERE household = ? ORDER BY rank LIMIT 1),"
            + " 'other'))",
        told.id(),
        told.person(),
        told.path(),
        told.day(),
        told.mode(),
        told.household(),
        told.people(),
        told.household());
    for (String purpose : told.purposes()) {
      run("INSERT INTO purpose VALUES (?, ?)", told.id(), purpose);
    }
    for (AreaCode area : told.path()) {
      run("INSERT OR IGNORE INTO lies VALUES (?, ?)", told.path(), area);
    }
  }

  void remove(UUID id) throws SQLException {
    run("DELETE FROM record WHERE id = ?", id);
    run("DELETE FROM purpose WHERE id = ?", id);
  }

  Cells count(Cut cut) throws SQLException {
    var keys = cut.axes().stream().map(PlainRecords::key).toList();
    var number =
        switch (cut.measure()) {
          case "visit.household_visits" -> "COUNT(*)";
          case "visit.person_times" -> "SUM(people)";
          default -> "COUNT(DISTINCT household)";
        };
    var sql = new StringBuilder("SELECT ");
    keys.forEach(key -> sql.append(key).append(", "));
    sql.append(number).append(" FROM record r");
    if (cut.questions().stream().anyMatch(question -> question.text().equals("purpose"))) {
      sql.append(" JOIN purpose p ON p.id = r.id");
    }
    if (keys.contains("l.area")) {
      sql.append(" JOIN lies l ON l.path = r.path");
    }
    sql.append(" WHERE 1 = 1");
    wanted(cut).forEach(wanted -> sql.append(" AND ").append(wanted));
    if (!keys.isEmpty()) {
      sql.append(" GROUP BY ").append(String.join(", ", keys));
    }
    return ask(sql.toString(), keys.size());
  }

  private static String key(Axis axis) {
    return switch (axis) {
      case Axis.Areas areas -> "l.area";
      case Axis.Answers answers -> column(answers.question().text());
      case Axis.People people -> "r.person";
      case Axis.Times(Period period) ->
          switch (period) {
            case DAY -> "r.day";
            case WEEK -> "date(r.day, 'weekday 0', '-6 days')";
            case MONTH -> "substr(r.day, 1, 7) || '-01'";
          };
    };
  }

  private static String column(String question) {
    return question.equals("purpose") ? "p.purpose" : "r." + question;
  }

  private static List<String> wanted(Cut cut) {
    var wanted = new ArrayList<String>();
    wanted.add("r.day >= '" + cut.range().first() + "'");
    wanted.add("r.day <= '" + cut.range().last() + "'");
    boolean byArea = false;
    for (Axis axis : cut.axes()) {
      switch (axis) {
        case Axis.Areas(var areas) -> {
          byArea = true;
          wanted.add("l.area IN " + list(areas));
        }
        case Axis.Answers(var question, var values) ->
            wanted.add(column(question.text()) + " IN " + list(values));
        case Axis.People(var people) -> wanted.add("r.person IN " + list(people));
        case Axis.Times times -> {}
      }
    }
    for (Condition only : cut.where()) {
      wanted.add(column(only.question().text()) + " = '" + only.value() + "'");
    }
    switch (cut.scope()) {
      case Scope.ByPerson(var person) -> wanted.add("r.person = '" + person + "'");
      case Scope.InArea(var area) -> inside(List.of(area), byArea).ifPresent(wanted::add);
      case Scope.InAreas(var areas) -> inside(areas, byArea).ifPresent(wanted::add);
    }
    return wanted;
  }

  /** On an axis each area counts by itself, also what it was told while it lay elsewhere. */
  private static Optional<String> inside(List<?> areas, boolean byArea) {
    return byArea
        ? Optional.empty()
        : Optional.of("r.path IN (SELECT path FROM lies WHERE area IN " + list(areas) + ")");
  }

  private static String list(List<?> values) {
    var quoted = values.stream().map(value -> "'" + value + "'").toList();
    return "(" + String.join(", ", quoted) + ")";
  }

  private Cells ask(String sql, int keys) throws SQLException {
    var cells = new HashMap<List<String>, Long>();
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        var key = new ArrayList<String>();
        for (int i = 1; i <= keys; i++) {
          key.add(rows.getString(i));
        }
        if (rows.getLong(keys + 1) != 0) {
          cells.put(List.copyOf(key), rows.getLong(keys + 1));
        }
      }
    }
    return new Cells(cells);
  }

  private void run(String sql, Object... values) throws SQLException {
    try (var statement = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i].toString());
      }
      statement.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
