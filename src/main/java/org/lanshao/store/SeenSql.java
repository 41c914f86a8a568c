package org.lanshao.store;

import java.util.ArrayList;

/**
 * The statement of a {@link org.lanshao.count.Cut} that counts what differs in areas. Instead of
 * numbers it gives sets and single subjects, which {@link SeenSets} joins: in each row the places
 * on the axes, then {@code id} and {@code bytes}. Days that {@code seen} does not tell of, and days
 * of which something is not folded, are read from the presences; so is what was filed for an area
 * itself and not for one within it. All of it stands at one moment.
 */
final class SeenSql {
  /** In {@code id}: the bytes are a set. */
  static final long SET = -1;

  /** In {@code id}: the bytes are the hash of a subject that has no number. */
  static final long NEW = -2;

  /** What was filed for an area itself, for {@code WHERE} with {@code l} of {@code lies_in}. */
  static final String OWN =
      "(l.path = l.area OR substr(l.path, 1, length(l.area) + 1) = l.area || '.')";

  private static final String NOT_BROKEN =
      " AND NOT EXISTS (SELECT 1 FROM broken b WHERE b.period = ";

  private final CutSql cut;

  SeenSql(CutSql cut) {
    this.cut = cut;
  }

  String text() {
    var parts = new ArrayList<String>();
    var broken = broken();
    var days = days();
    for (var span : Days.spans(cut.range())) {
      parts.add(sets(span));
      if (span.isMonths()) {
        parts.add(daysOfBrokenMonths(span));
      }
    }
    parts.add(single());
    return "WITH RECURSIVE broken AS MATERIALIZED ("
        + broken
        + "), days (day) AS ("
        + days
        + ") "
        + String.join(" UNION ALL ", parts);
  }

  /** The days of the range on which anything was seen: from one to the next, then null. */
  private String days() {
    var first = "SELECT MIN(e.day) FROM presence e WHERE e.measure = ?";
    cut.value(cut.measure());
    var text = first + cut.between("e.day", cut.days()) + " UNION ALL SELECT (" + first;
    cut.value(cut.measure());
    cut.value(cut.days().last());
    return text + " AND e.day > d.day AND e.day <= ?) FROM days d WHERE d.day IS NOT NULL";
  }

  /** The days and months of the range that no set tells of. */
  private String broken() {
    cut.value(cut.measure());
    var unseen =
        "SELECT e.period AS period FROM unseen e WHERE e.measure = ? AND (true"
            + cut.between("e.period", cut.days())
            + " OR true"
            + cut.between("e.period", cut.days().months())
            + ")";
    return unseen + " UNION " + unfolded("e.day") + " UNION " + unfolded("e.day / 100");
  }

  private String unfolded(String period) {
    cut.value(cut.measure());
    return "SELECT "
        + period
        + " FROM unfolded u CROSS JOIN entry e WHERE e.submission = u.submission"
        + " AND e.revision = u.revision AND e.measure = ?"
        + cut.between("e.day", cut.days());
  }

  private String sets(Days.Span span) {
    return set()
        + " FROM seen e WHERE e.area"
        + cut.in(cut.areas())
        + cut.counted()
        + cut.between("e.period", span)
        + NOT_BROKEN
        + "e.period)";
  }

  private String daysOfBrokenMonths(Days.Span months) {
    return set()
        + " FROM broken m CROSS JOIN seen e WHERE true"
        + cut.between("m.period", months)
        + " AND e.area"
        + cut.in(cut.areas())
        + cut.counted()
        + " AND e.period BETWEEN m.period * 100 AND m.period * 100 + 99"
        + NOT_BROKEN
        + "e.period)";
  }

  private static final String SET_COLUMNS = "CAST(" + SET + " AS BIGINT) AS id, e.ids AS bytes";

  private String set() {
    return cut.select("e.area", "e.value", "e.period", SET_COLUMNS);
  }

  /** Subjects one by one, with their numbers. */
  private String single() {
    var columns = String.join("", cut.columns().stream().map(c -> "t." + c + ", ").toList());
    return "SELECT "
        + columns
        + "COALESCE(s.id, "
        + NEW
        + "), t.subject FROM ("
        + cut.subjects(
            brokenDays() + " UNION ALL " + cut.unfolded(CutSql.SUBJECT) + " UNION ALL " + own())
        + ") AS t LEFT JOIN subject s ON s.hash = t.subject";
  }

  private String brokenDays() {
    return present()
        + " FROM broken b CROSS JOIN "
        + cut.lying()
        + " CROSS JOIN presence e WHERE e.path = l.path AND e.day = b.period"
        + cut.counted()
        + cut.between("b.period", cut.days());
  }

  private String own() {
    return present()
        + " FROM lies_in l CROSS JOIN days d CROSS JOIN presence e WHERE e.path = l.path AND "
        + OWN
        + " AND l.area"
        + cut.in(cut.areas())
        + cut.counted()
        + " AND e.day = d.day"
        + NOT_BROKEN
        + "d.day)";
  }

  private String present() {
    return cut.select("l.area", "e.value", "e.day", CutSql.PRESENT);
  }
}
