package org.lanshao.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.reading.DayRange;

/**
 * Asks for counts. Each is one statement over what is folded and what is not, so it is exact at its
 * moment, whenever the folding runs.
 */
final class Counts {
  private static final String PLAIN = " AND e.dimension = '' AND e.value = ''";

  /** SQLite keeps the order of a cross join; its own choice would be to read all entries. */
  private static final String UNFOLDED =
      " FROM unfolded u CROSS JOIN entry e CROSS JOIN lies_in l"
          + " WHERE e.submission = u.submission AND e.revision = u.revision AND l.path = e.path"
          + " AND l.area = ? AND e.measure = ? AND e.day BETWEEN ? AND ?"
          + PLAIN;

  private static final String TALLY =
      "SELECT e.amount FROM tally e"
          + " WHERE e.area = ? AND e.measure = ? AND e.period BETWEEN ? AND ?"
          + PLAIN;
  private static final String FILED =
      " FROM submission s JOIN entry e ON e.submission = s.id"
          + " WHERE s.person = ? AND e.measure = ? AND s.day BETWEEN ? AND ?"
          + PLAIN;
  private static final String PRESENCE =
      "SELECT e.subject, e.n AS n FROM lies_in l JOIN presence e ON e.path = l.path"
          + " WHERE l.area = ? AND e.measure = ? AND e.day BETWEEN ? AND ?"
          + PLAIN;

  private Counts() {}

  /** The sum of a measure; 0 when there is nothing. */
  static long sum(Link link, String measure, Scope scope, DayRange range) throws SQLException {
    return switch (scope) {
      case Scope.InArea(AreaCode area) -> sum(link, measure, area, range);
      case Scope.ByPerson(PersonId person) ->
          ask(
              link,
              total("SELECT e.amount" + FILED),
              values(person.text(), measure, List.of(days(range))));
    };
  }

  private static long sum(Link link, String measure, AreaCode area, DayRange range)
      throws SQLException {
    var spans = new ArrayList<>(Days.spans(range));
    var parts = new ArrayList<>(java.util.Collections.nCopies(spans.size(), TALLY));
    parts.add("SELECT e.amount" + UNFOLDED);
    spans.add(days(range));
    return ask(link, total(String.join(" UNION ALL ", parts)), values(area.text(), measure, spans));
  }

  private static String total(String amounts) {
    return "SELECT COALESCE(SUM(amount), 0) FROM (" + amounts + ") AS t";
  }

  /** How many different subjects a measure saw. */
  static long distinct(Link link, String measure, Scope scope, DayRange range) throws SQLException {
    return switch (scope) {
      case Scope.InArea(AreaCode area) ->
          ask(
              link,
              subjects(PRESENCE + " UNION ALL SELECT e.subject, e.amount AS n" + UNFOLDED),
              values(area.text(), measure, List.of(days(range), days(range))));
      case Scope.ByPerson(PersonId person) ->
          ask(
              link,
              subjects("SELECT e.subject, e.amount AS n" + FILED),
              values(person.text(), measure, List.of(days(range))));
    };
  }

  private static String subjects(String seen) {
    return "SELECT COUNT(*) FROM (SELECT subject FROM ("
        + seen
        + ") AS t GROUP BY subject HAVING SUM(n) > 0) AS d";
  }

  private static Days.Span days(DayRange range) {
    return new Days.Span(Days.number(range.first()), Days.number(range.last()));
  }

  private static Object[] values(String who, String measure, List<Days.Span> spans) {
    return spans.stream()
        .flatMap(s -> java.util.stream.Stream.<Object>of(who, measure, s.first(), s.last()))
        .toArray();
  }

  private static long ask(Link link, String sql, Object[] values) throws SQLException {
    try (var rows = link.prepare(sql, values).executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
