package org.lanshao.store;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lanshao.turn.Unavailable;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/**
 * Makes {@code seen} of presences, a day or a month of a measure at a time, once the day is over.
 * What it reads it reads beside the writer; if something was folded meanwhile, what it made is
 * thrown away and made again.
 */
final class Seeing {
  /** The next of what is over: months whose days are all told of, then days. */
  private static final String DUE =
      "SELECT u.measure, u.period, u.version FROM unseen u"
          + " WHERE u.period > 999999 AND u.period < ? OR u.period < ?"
          + " AND NOT EXISTS (SELECT 1 FROM unseen d WHERE d.measure = u.measure"
          + " AND d.period BETWEEN u.period * 100 AND u.period * 100 + 99)"
          + " ORDER BY u.period LIMIT 1";

  /** So many new subjects get their numbers in one transaction. */
  private static final int NUMBERED = 2000;

  private static final String NUMBER =
      "INSERT INTO subject (hash, id) SELECT hash,"
          + " (SELECT COALESCE(MAX(id), -1) FROM subject) + ROW_NUMBER() OVER (ORDER BY hash)"
          + " FROM (SELECT DISTINCT e.subject AS hash FROM presence e"
          + " WHERE e.measure = ? AND e.day = ?"
          + " AND NOT EXISTS (SELECT 1 FROM subject s WHERE s.hash = e.subject) LIMIT "
          + NUMBERED
          + ") AS n WHERE true";
  private static final String OF_DAY =
      "SELECT l.area, e.dimension, e.value, s.id"
          + " FROM presence e CROSS JOIN lies_in l CROSS JOIN subject s"
          + " WHERE e.measure = ? AND e.day = ? AND e.n > 0 AND l.path = e.path AND NOT "
          + SeenSql.OWN
          + " AND s.hash = e.subject";
  private static final String OF_MONTH =
      "SELECT area, dimension, value, ids FROM seen WHERE measure = ? AND period + 0 BETWEEN ? AND"
          + " ?";
  private static final Insert SEEN =
      new Insert(
          "seen",
          List.of(
              Insert.text("area"),
              Insert.text("measure"),
              Insert.text("dimension"),
              Insert.text("value"),
              Insert.whole("period"),
              Insert.whole("size"),
              Insert.bytes("ids")),
          5);

  private final Dialect dialect;
  private final Writer writer;
  private final Readers readers;
  private final Clock clock;

  Seeing(Dialect dialect, Writer writer, Readers readers, Clock clock) {
    this.dialect = dialect;
    this.writer = writer;
    this.readers = readers;
    this.clock = clock;
  }

  /** A day or month of a measure, as it is now. */
  private record Due(String measure, int period, long version) {
    boolean isDay() {
      return period > 999_999;
    }
  }

  /** Where somebody is seen. */
  private record Place(String area, String dimension, String value) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return java.util.Comparator.comparing(Place::area)
          .thenComparing(Place::dimension)
          .thenComparing(Place::value)
          .compare(this, other);
    }
  }

  /**
   * Makes one of those that are due; returns whether there was one, and nobody else was at work.
   */
  boolean seeOne() throws Unavailable {
    var next = readers.read(this::due);
    if (next.isEmpty()) {
      return false;
    }
    var due = next.get();
    int numbered = due.isDay() ? NUMBERED : 0;
    while (numbered == NUMBERED) {
      numbered = writer.write(new Work.Alone<>(link -> number(link, due)));
    }
    if (numbered < 0) {
      return false;
    }
    var sets = readers.read(link -> due.isDay() ? ofDay(link, due) : ofMonth(link, due));
    return writer.write(new Work.Alone<>(link -> keep(link, due, sets)));
  }

  private Optional<Due> due(Link link) throws SQLException {
    int today = Days.number(LocalDate.now(clock));
    try (var rows = link.prepare(DUE, today, today / 100).executeQuery()) {
      return rows.next()
          ? Optional.of(new Due(rows.getString(1), rows.getInt(2), rows.getLong(3)))
          : Optional.empty();
    }
  }

  /** Gives new subjects numbers; returns how many, or −1 while another node is at work. */
  private int number(Link link, Due due) throws SQLException {
    dialect.freeze(link);
    return dialect.alone(link) ? link.update(NUMBER, due.measure(), due.period()) : -1;
  }

  private Map<Place, MutableRoaringBitmap> ofDay(Link link, Due due) throws SQLException {
    var sets = new TreeMap<Place, MutableRoaringBitmap>();
    try (var rows = link.prepare(OF_DAY, due.measure(), due.period()).executeQuery()) {
      while (rows.next()) {
        var place = new Place(rows.getString(1), rows.getString(2), rows.getString(3));
        sets.computeIfAbsent(place, p -> new MutableRoaringBitmap())
            .add(Math.toIntExact(rows.getLong(4)));
      }
    }
    return sets;
  }

  private Map<Place, MutableRoaringBitmap> ofMonth(Link link, Due due) throws SQLException {
    var sets = new TreeMap<Place, MutableRoaringBitmap>();
    int first = due.period() * 100;
    try (var rows = link.prepare(OF_MONTH, due.measure(), first, first + 99).executeQuery()) {
      while (rows.next()) {
        var place = new Place(rows.getString(1), rows.getString(2), rows.getString(3));
        sets.computeIfAbsent(place, p -> new MutableRoaringBitmap())
            .or(new ImmutableRoaringBitmap(ByteBuffer.wrap(rows.getBytes(4))));
      }
    }
    return sets;
  }

  /** Puts the sets in the place of those of before, unless something was folded meanwhile. */
  private boolean keep(Link link, Due due, Map<Place, MutableRoaringBitmap> sets)
      throws SQLException {
    dialect.freeze(link);
    if (!dialect.alone(link)) {
      return false;
    }
    int same =
        link.update(
            "DELETE FROM unseen WHERE measure = ? AND period = ? AND version = ?",
            due.measure(),
            due.period(),
            due.version());
    if (same == 1) {
      link.update(
          "DELETE FROM seen WHERE measure = ? AND period + 0 = ?", due.measure(), due.period());
      var rows = new ArrayList<Object[]>(sets.size());
      sets.forEach((place, ids) -> rows.add(row(due, place, ids)));
      dialect.insert(link, SEEN, rows);
    }
    return true;
  }

  private static Object[] row(Due due, Place place, MutableRoaringBitmap ids) {
    ids.runOptimize();
    var bytes = ByteBuffer.allocate(ids.serializedSizeInBytes());
    ids.serialize(bytes);
    return new Object[] {
      place.area(),
      due.measure(),
      place.dimension(),
      place.value(),
      (long) due.period(),
      ids.getLongCardinality(),
      bytes.array()
    };
  }
}
