package org.lanshao.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.count.Axis;
import org.lanshao.count.Cut;
import org.lanshao.count.Period;
import org.lanshao.reading.DayRange;

/**
 * Writes the statement of a {@link Cut}: one over what is folded and what is not, so that it is
 * exact at its moment, whenever the folding runs. What people filed is read from the entries.
 */
final class CutSql {
  /** SQLite keeps the order of a cross join; its own choice would be to read all entries. */
  private static final String UNFOLDED = " FROM unfolded u CROSS JOIN entry e";

  private static final String AMOUNT = "e.amount AS amount";
  static final String SUBJECT = "e.subject AS subject, e.amount AS n";
  static final String PRESENT = "e.subject AS subject, e.n AS n";
  private static final String FILED = " FROM submission s CROSS JOIN entry e";

  private static final String FOLDED =
      " AND NOT EXISTS (SELECT 1 FROM unfolded u"
          + " WHERE u.submission = e.submission AND u.revision = e.revision)";

  private final Cut cut;
  private final Overlaps overlaps;
  private final CutTerms terms;
  private final List<String> columns;
  private final List<Object> values = new ArrayList<>();

  /**
   * The statement of a cut.
   *
   * @param overlaps the paths in more than one of its areas
   */
  CutSql(Cut cut, Overlaps overlaps) {
    this.cut = cut;
    this.overlaps = overlaps;
    terms = CutTerms.of(cut);
    columns = cut.axes().stream().map(CutSql::column).distinct().toList();
  }

  /** The values of its parameters, once the text was written. */
  Object[] values() {
    return values.toArray();
  }

  DayRange range() {
    return cut.range();
  }

  String measure() {
    return cut.measure();
  }

  /** Gives the next parameter. */
  void value(Object value) {
    values.add(value);
  }

  /** The columns before the number, in the order of the axes; two axes of answers share one. */
  List<String> columns() {
    return columns;
  }

  /** The column that tells the place on an axis. */
  static String column(Axis axis) {
    return switch (axis) {
      case Axis.Areas areas -> "area";
      case Axis.Answers answers -> "value";
      case Axis.People people -> "person";
      case Axis.Times times -> "period";
    };
  }

  /** The text of the statement. */
  String text() {
    return cut.distinct() ? different() : sums();
  }

  private String sums() {
    var parts = new ArrayList<String>();
    if (terms.people().isEmpty()) {
      tallied().forEach(parts::add);
      spansBefore().forEach(span -> parts.add(before(span)));
      overlaps.beyond().forEach(paths -> parts.add(again(paths)));
      parts.add(unfolded(AMOUNT));
    } else {
      parts.add(filed(AMOUNT));
    }
    return grouped("SUM(amount)", String.join(" UNION ALL ", parts), columns);
  }

  private String different() {
    return givesSets()
        ? new SeenSql(this).text()
        : grouped("COUNT(*)", subjects(filed(SUBJECT)), columns);
  }

  /** Who is there at all, once for each place. */
  String subjects(String parts) {
    var keys = Stream.concat(columns.stream(), Stream.of("subject")).toList();
    return grouped("SUM(n) AS n", parts, keys) + " HAVING SUM(n) > 0";
  }

  /** Whether the statement gives sets and single subjects instead of numbers. */
  boolean givesSets() {
    return cut.distinct() && terms.people().isEmpty();
  }

  private static String grouped(String number, String from, List<String> keys) {
    var names = String.join(", ", keys);
    return "SELECT "
        + (keys.isEmpty() ? "" : names + ", ")
        + number
        + " FROM ("
        + from
        + ") AS t"
        + (keys.isEmpty() ? "" : " GROUP BY " + names);
  }

  /** The widest step of time that is read as one: those who want numbers by time get no wider. */
  private Periods.Step widest() {
    return cut.axes().stream()
        .filter(Axis.Times.class::isInstance)
        .map(axis -> ((Axis.Times) axis).period())
        .findFirst()
        .map(period -> period == Period.MONTH ? Periods.Step.MONTH : Periods.Step.DAY)
        .orElse(Periods.Step.YEAR);
  }

  private List<Days.Span> spansBefore() {
    return widest() == Periods.Step.DAY ? List.of(days()) : Days.spans(cut.range());
  }

  /** The first and the last day. */
  Days.Span days() {
    var range = range();
    return new Days.Span(Days.number(range.first()), Days.number(range.last()));
  }

  /** Begins a part with the columns that are wanted, and the number. */
  String select(String area, String value, String period, String number) {
    var expressions = Map.of("area", area, "value", value, "period", period, "person", "s.person");
    return columns.stream()
        .map(column -> expressions.get(column) + " AS " + column + ", ")
        .collect(Collectors.joining("", "SELECT ", number));
  }

  /** Each period lies in another place, so they are asked for one by one. */
  private Stream<String> tallied() {
    var periods = Periods.of(cut.range(), widest());
    return Stream.of(tallied(AMOUNT, periods.added()), tallied("-" + AMOUNT, periods.taken()))
        .flatMap(Optional::stream);
  }

  private Optional<String> tallied(String amount, List<Integer> periods) {
    if (periods.isEmpty()) {
      return Optional.empty();
    }
    // An answer is not looked for where all of a question's lie together anyway.
    var value = terms.options().size() > 1 ? "COALESCE(e.value, '')" : "e.value";
    return Optional.of(
        select("e.area", "e.value", "e.period", amount)
            + " FROM period_tally e WHERE e.period"
            + in(periods)
            + " AND e.area"
            + in(areas())
            + counted(value));
  }

  /** What is not moved yet; nothing at all once all was. */
  private String before(Days.Span span) {
    return select("e.area", "e.value", "e.period", AMOUNT)
        + " FROM (SELECT 1 FROM tally_before LIMIT 1) AS b CROSS JOIN tally_before e WHERE e.area"
        + in(areas())
        + counted()
        + between("e.period", span);
  }

  /** One dimension, of one question or of two, as it is folded. */
  String counted() {
    return counted("e.value");
  }

  private String counted(String value) {
    values.add(cut.measure());
    values.add(terms.dimension());
    return " AND e.measure = ? AND e.dimension = ? AND " + value + in(terms.options());
  }

  /** Of those that are not folded. */
  String unfolded(String number) {
    return entries(UNFOLDED, number, "e.submission = u.submission AND e.revision = u.revision");
  }

  private String filed(String number) {
    var who =
        "s.person" + in(terms.people()) + between("s.day", days()) + " AND e.submission = s.id";
    return entries(FILED, number, who);
  }

  /**
   * What the tallies of several areas hold more than once: what was filed for one of them while it
   * lay in another. Nothing else but its records tells how much that is.
   */
  private String again(List<String> paths) {
    values.add(cut.measure().substring(0, cut.measure().indexOf('.')));
    var which = "s.form = ?" + between("s.day", days()) + " AND e.submission = s.id" + FOLDED;
    return answered(FILED, "-" + AMOUNT, which + " AND e.path" + in(paths));
  }

  /**
   * From the entries themselves: those that {@code which} says, in each of the areas that are told
   * apart, once in those that are not.
   */
  private String entries(String from, String number, String which) {
    if (areas().isEmpty()) {
      return answered(from, number, which);
    }
    var lying = "l.path = e.path AND l.area" + in(areas());
    return isApart()
        ? answered(from + " CROSS JOIN lies_in l", number, which + " AND " + lying)
        : answered(
            from, number, which + " AND EXISTS (SELECT 1 FROM lies_in l WHERE " + lying + ")");
  }

  /** Whether each area counts by itself. */
  private boolean isApart() {
    return columns.contains("area");
  }

  /** For {@code FROM}: the paths in each of the areas, or once in those that count together. */
  String lying() {
    var which = isApart() ? "path, area" : "DISTINCT path";
    return "(SELECT " + which + " FROM lies_in WHERE area" + in(areas()) + ") l";
  }

  private String answered(String from, String number, String which) {
    boolean pair = terms.questions().size() > 1;
    return select("l.area", pair ? Joint.VALUE : "e.value", "e.day", number)
        + from
        + (pair ? Joint.AND_ENTRY : "")
        + " WHERE "
        + which
        + (pair ? Joint.IS_PAIR + answered() : counted())
        + between("e.day", days());
  }

  private String answered() {
    values.add(cut.measure());
    terms.questions().forEach(question -> values.add(question.text()));
    return " AND e.measure = ? AND e.dimension = ? AND f.dimension = ? AND "
        + Joint.VALUE
        + in(terms.options());
  }

  /** In which areas; none: wherever it is. */
  List<String> areas() {
    return terms.areas();
  }

  /** Between the first and the last of a span. */
  String between(String column, Days.Span span) {
    values.add(span.first());
    values.add(span.last());
    return " AND " + column + " BETWEEN ? AND ?";
  }

  /**
   * One of these. The list is filled up with its last value to the next power of two, so that there
   * are few statements to keep prepared.
   */
  String in(Collection<?> any) {
    var list = new ArrayList<Object>(any);
    while (Integer.bitCount(list.size()) != 1) {
      list.add(list.getLast());
    }
    values.addAll(list);
    return list.size() == 1
        ? " = ?"
        : " IN (" + String.join(", ", Collections.nCopies(list.size(), "?")) + ")";
  }
}
