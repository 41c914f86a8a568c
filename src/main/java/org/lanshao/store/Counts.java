package org.lanshao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.lanshao.count.Axis;
import org.lanshao.count.Cells;
import org.lanshao.count.Cut;
import org.lanshao.count.Period;
import org.lanshao.count.Scope;
import org.lanshao.form.QuestionId;
import org.lanshao.reading.DayRange;

/** Asks for counts. */
final class Counts {
  private static final Pattern STAR = Pattern.compile(Joint.STAR, Pattern.LITERAL);

  private Counts() {}

  /**
   * A table of numbers; one is asked for in one statement, unless it counts what differs by time.
   */
  static Cells count(Link link, Cut cut) throws SQLException {
    if (cut.axes().stream().anyMatch(axis -> isEmpty(axis, cut.scope()))) {
      return new Cells(Map.of());
    }
    for (int place = 0; place < cut.axes().size(); place++) {
      if (cut.distinct() && cut.axes().get(place) instanceof Axis.Times(Period period)) {
        return differentByTime(link, cut, place, period);
      }
    }
    return ask(link, cut);
  }

  /** Whether nothing can lie on an axis. */
  private static boolean isEmpty(Axis axis, Scope scope) {
    return switch (axis) {
      case Axis.Areas areas -> areas.areas().isEmpty();
      case Axis.Answers answers -> answers.values().isEmpty();
      case Axis.People(var people) ->
          people.isEmpty()
              || (scope instanceof Scope.ByPerson(var person) && !people.contains(person));
      case Axis.Times times -> false;
    };
  }

  /** What differs in a month is not the sum of what differs in its days. */
  private static Cells differentByTime(Link link, Cut cut, int place, Period period)
      throws SQLException {
    var others = new ArrayList<>(cut.axes());
    others.remove(place);
    var cells = new HashMap<List<String>, Long>();
    for (DayRange days : period.of(cut.range())) {
      var one = new Cut(cut.measure(), true, cut.scope(), days, cut.where(), others);
      ask(link, one)
          .keysToNumber()
          .forEach(
              (keys, number) -> {
                var whole = new ArrayList<>(keys);
                whole.add(place, period.first(days.first()).toString());
                cells.put(List.copyOf(whole), number);
              });
    }
    return new Cells(cells);
  }

  private static Cells ask(Link link, Cut cut) throws SQLException {
    var sql = new CutSql(cut, Overlaps.of(link, cut));
    var text = sql.text();
    if (sql.givesSets()) {
      return join(link, cut, sql, text);
    }
    var cells = new HashMap<List<String>, Long>();
    try (var rows = link.prepare(text, sql.values()).executeQuery()) {
      while (rows.next()) {
        long number = rows.getLong(sql.columns().size() + 1);
        if (number != 0) {
          cells.merge(keys(cut, sql.columns(), rows), number, Long::sum);
        }
      }
    }
    cells.values().removeIf(number -> number == 0);
    return new Cells(cells);
  }

  private static Cells join(Link link, Cut cut, CutSql sql, String text) throws SQLException {
    var sets = new SeenSets();
    int first = sql.columns().size() + 1;
    try (var rows = link.prepare(text, sql.values()).executeQuery()) {
      while (rows.next()) {
        sets.take(keys(cut, sql.columns(), rows), rows.getLong(first), rows.getBytes(first + 1));
      }
    }
    return sets.cells();
  }

  private static List<String> keys(Cut cut, List<String> columns, ResultSet rows)
      throws SQLException {
    var keys = new ArrayList<String>(cut.axes().size());
    for (Axis axis : cut.axes()) {
      int column = columns.indexOf(CutSql.column(axis)) + 1;
      keys.add(
          switch (axis) {
            case Axis.Answers(QuestionId question, List<String> options) ->
                STAR.split(rows.getString(column))[cut.questions().indexOf(question)];
            case Axis.Times(Period period) ->
                period.first(Days.first(rows.getInt(column))).toString();
            case Axis.Areas areas -> rows.getString(column);
            case Axis.People people -> rows.getString(column);
          });
    }
    return List.copyOf(keys);
  }
}
