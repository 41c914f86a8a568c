package org.lanshao.store;

import static org.lanshao.store.Insert.bytes;
import static org.lanshao.store.Insert.text;
import static org.lanshao.store.Insert.whole;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.record.Matter;
import org.lanshao.turn.MatterJson;

/**
 * The table {@code matter}: every version of every matter. {@link MatterLists} asks for many of
 * them.
 */
final class MatterTable {
  /** As the day of what is never due. */
  private static final long NEVER = 0;

  static final Insert INSERT =
      new Insert(
          "matter",
          List.of(
              text("number"),
              whole("version"),
              text("letter"),
              text("opener"),
              text("person"),
              text("area"),
              text("path"),
              whole("day"),
              text("state"),
              whole("open"),
              whole("remaining"),
              text("record"),
              text("author"),
              whole("at"),
              whole("made"),
              bytes("body"),
              text("owner"),
              whole("every"),
              whole("due"),
              whole("deadline")),
          2);
  static final String SELECT =
      "SELECT m.number, m.version, m.opener, m.person, m.area, m.day, m.record, m.author, m.at,"
          + " m.made, m.body, m.owner, m.every, m.due, m.deadline FROM matter m ";

  /** How matters stand: their latest version. */
  static final String STANDING =
      "NOT EXISTS (SELECT 1 FROM matter l WHERE l.number = m.number AND l.version > m.version)";

  private static final String ONE = SELECT + "WHERE m.number = ? AND " + STANDING;
  private static final String STORY = SELECT + "WHERE m.number = ? ORDER BY m.version";
  private static final String OF_RECORD =
      SELECT
          + "WHERE m.number IN (SELECT r.number FROM matter r WHERE r.record = ?) AND "
          + STANDING
          + " ORDER BY m.number";
  private static final String BEGUN_BY =
      SELECT
          + "WHERE m.opener = ? AND m.number IN"
          + " (SELECT r.number FROM matter r WHERE r.record = ? AND r.version = 1)";
  private static final String CARE =
      "UPDATE matter SET owner = ?, every = ?, due = ?, deadline = ?"
          + " WHERE number = ? AND version = ? AND owner = ''";

  private final Dialect dialect;
  private final Seal seal;

  MatterTable(Dialect dialect, Seal seal) {
    this.dialect = dialect;
    this.seal = seal;
  }

  /** The row of a version, what it is about sealed. */
  Object[] row(Matter matter, Rows.Path path) {
    var made = matter.made();
    return new Object[] {
      matter.number(),
      (long) matter.version(),
      matter.letter(),
      matter.opener(),
      matter.person().text(),
      matter.area().text(),
      path.text(),
      (long) Days.number(matter.day()),
      matter.state(),
      matter.isOpen() ? 1L : 0L,
      matter.left(),
      made.record(),
      made.by().text(),
      made.at().toEpochMilli(),
      (long) Days.number(made.day()),
      seal.seal("matter.body", key(matter.number(), matter.version()), MatterJson.write(matter)),
      matter.care().owner().text(),
      (long) matter.care().every(),
      due(matter),
      matter.care().deadline() ? 1L : 0L
    };
  }

  private static long due(Matter matter) {
    return matter.care().due().map(Days::number).map(Integer::longValue).orElse(NEVER);
  }

  private static String key(String number, int version) {
    return number + "#" + version;
  }

  /** Inserts a version; false when there is one of this number: somebody was faster. */
  boolean insert(Link link, Object[] row) throws SQLException {
    return !dialect.insert(link, INSERT, List.<Object[]>of(row)).isEmpty();
  }

  /** Takes a version back that was inserted in this transaction. */
  void delete(Link link, Object[] row) throws SQLException {
    link.update("DELETE FROM matter WHERE number = ? AND version = ?", row[0], row[1]);
  }

  /** A matter as it stands. */
  Optional<Matter> matter(Link link, String number) throws SQLException {
    return read(link, ONE, number).stream().findFirst();
  }

  /** All versions of a matter. */
  List<Matter> story(Link link, String number) throws SQLException {
    return read(link, STORY, number);
  }

  /** What a record ever changed, as it stands. */
  List<Matter> ofRecord(Link link, String record) throws SQLException {
    return read(link, OF_RECORD, record);
  }

  /** Takes out of all versions of what a record opened whom and what it is about. */
  void forget(Link link, String opener) throws SQLException {
    for (Matter matter : read(link, BEGUN_BY, opener, opener)) {
      var what = matter.what();
      var left = matter.about(new Matter.What(what.place(), "", ""), matter.area());
      link.update(
          "UPDATE matter SET body = ? WHERE number = ? AND version = ?",
          seal.seal("matter.body", key(matter.number(), matter.version()), MatterJson.write(left)),
          matter.number(),
          (long) matter.version());
    }
  }

  /** As {@link org.lanshao.turn.UncaredMatters#care}. */
  void care(Link link, Matter matter) throws SQLException {
    link.update(
        CARE,
        matter.care().owner().text(),
        (long) matter.care().every(),
        due(matter),
        matter.care().deadline() ? 1L : 0L,
        matter.number(),
        (long) matter.version());
  }

  /** What {@link #SELECT} and what follows it find. */
  List<Matter> read(Link link, String sql, Object... values) throws SQLException {
    var found = new ArrayList<Matter>();
    try (var rows = link.prepare(sql, values).executeQuery()) {
      while (rows.next()) {
        found.add(read(rows));
      }
    }
    return found;
  }

  private Matter read(ResultSet rows) throws SQLException {
    var number = rows.getString(1);
    int version = rows.getInt(2);
    var body = MatterJson.read(seal.open("matter.body", key(number, version), rows.getBytes(11)));
    return new Matter(
        number,
        rows.getString(3),
        new PersonId(rows.getString(4)),
        new AreaCode(rows.getString(5)),
        Days.day(rows.getInt(6)),
        body.what(),
        body.steps(),
        version,
        new Matter.Made(
            rows.getString(7),
            new PersonId(rows.getString(8)),
            Instant.ofEpochMilli(rows.getLong(9)),
            Days.day(rows.getInt(10))),
        care(rows));
  }

  /** Rows from before there was care have no owner and no day. */
  private static Matter.Care care(ResultSet rows) throws SQLException {
    var owner = rows.getString(12);
    int due = rows.getInt(14);
    return new Matter.Care(
        new PersonId(owner.isEmpty() ? rows.getString(4) : owner),
        rows.getInt(13),
        due == NEVER ? Optional.empty() : Optional.of(Days.day(due)),
        rows.getInt(15) == 1);
  }
}
