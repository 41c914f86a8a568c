package org.lanshao.store;

import static org.lanshao.store.Insert.bytes;
import static org.lanshao.store.Insert.text;
import static org.lanshao.store.Insert.whole;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lanshao.directory.AreaCode;
import org.lanshao.turn.Changes.Filing;

/** The tables {@code entry}, {@code unfolded} and {@code lies_in}. */
final class EntryTable {
  static final Insert ENTRY =
      new Insert(
          "entry",
          List.of(
              bytes("submission"),
              whole("revision"),
              whole("place"),
              whole("day"),
              text("path"),
              text("measure"),
              text("dimension"),
              text("value"),
              bytes("subject"),
              whole("amount")),
          3);
  private static final Insert UNFOLDED =
      new Insert("unfolded", List.of(bytes("submission"), whole("revision")), 2);
  private static final Insert LIES_IN =
      new Insert("lies_in", List.of(text("path"), text("area")), 2);

  /** What a record counts before a revision, with the other sign. */
  private static final String TAKE_BACK =
      "INSERT INTO entry (submission, revision, place, day, path,"
          + " measure, dimension, value, subject, amount)"
          + " SELECT submission, CAST(? AS INTEGER), ? - 1 + ROW_NUMBER() OVER (ORDER BY day, path,"
          + " measure, dimension, value, subject), day, path, measure, dimension, value, subject,"
          + " CAST(-SUM(amount) AS BIGINT) FROM entry WHERE submission = ? AND revision < ?"
          + " GROUP BY submission, day, path, measure, dimension, value, subject"
          + " HAVING SUM(amount) <> 0";

  private static final Pattern POINT = Pattern.compile("\\.");

  private final Dialect dialect;
  private final Seal seal;
  private final Function<AreaCode, List<AreaCode>> within;

  /** Paths that were committed before. */
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /**
   * @param within an area and all that it lies in, from the narrowest; empty for unknown ones
   */
  EntryTable(Dialect dialect, Seal seal, Function<AreaCode, List<AreaCode>> within) {
    this.dialect = dialect;
    this.seal = seal;
    this.within = within;
  }

  /** An area with all that it lies in now: what is filed today counts there for ever. */
  Rows.Path path(AreaCode area) {
    var codes = within.apply(area).stream().map(AreaCode::text).toList();
    var whole = codes.isEmpty() ? List.of(area.text()) : codes;
    return new Rows.Path(String.join(".", whole), whole);
  }

  /** The areas of such a path, from the narrowest. */
  static Stream<String> codes(String path) {
    return POINT.splitAsStream(path);
  }

  /** The rows of a filing's entries. */
  List<Object[]> rows(Filing filing, Rows.Path path) {
    var id = Uuids.bytes(filing.submission().id());
    long day = Days.number(filing.submission().day());
    var rows = new ArrayList<Object[]>(filing.entries().size());
    for (var entry : filing.entries()) {
      rows.add(
          new Object[] {
            id,
            (long) filing.revision().number(),
            (long) rows.size(),
            day,
            path.text(),
            entry.measure(),
            entry.dimension(),
            entry.value(),
            seal.hash(entry.subject()),
            entry.amount()
          });
    }
    return rows;
  }

  /** Inserts the entries of these filings and lets them wait to be folded. */
  void insert(Link link, List<Rows.Filing> filings) throws SQLException {
    var entries = new ArrayList<Object[]>();
    var waiting = new ArrayList<Object[]>();
    for (var filing : filings) {
      if (!filing.entries().isEmpty()) {
        entries.addAll(filing.entries());
        waiting.add(new Object[] {filing.row()[0], filing.row()[1]});
      }
    }
    insertPaths(link, filings);
    if (!entries.isEmpty()) {
      dialect.insert(link, ENTRY, entries);
      dialect.insert(link, UNFOLDED, waiting);
    }
  }

  /** Inserts what the areas of these filings lie in. */
  void insertPaths(Link link, List<Rows.Filing> filings) throws SQLException {
    var areas = new ArrayList<Object[]>();
    for (var filing : filings) {
      if (!known.contains(filing.path().text())) {
        filing.path().codes().forEach(c -> areas.add(new Object[] {filing.path().text(), c}));
      }
    }
    if (!areas.isEmpty()) {
      areas.sort(
          java.util.Comparator.comparing((Object[] a) -> (String) a[0])
              .thenComparing(a -> (String) a[1]));
      dialect.insert(link, LIES_IN, areas);
    }
  }

  /**
   * Takes back what the record of a revision counted before it, exactly as it was counted: under
   * the areas and subjects of then.
   *
   * @param id of the record, as bytes
   * @param number of the revision
   * @param entries how many it has of its own
   */
  void takeBack(Link link, Object id, Object number, long entries) throws SQLException {
    link.update(TAKE_BACK, number, entries, id, number);
    dialect.insert(link, UNFOLDED, List.<Object[]>of(new Object[] {id, number}));
  }

  /** Remembers the paths of filings that are durable. */
  void onCommitted(List<Rows.Filing> filings) {
    filings.forEach(f -> known.add(f.path().text()));
  }
}
