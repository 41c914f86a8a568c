package org.lanshao.store;

import static org.lanshao.store.Insert.bytes;
import static org.lanshao.store.Insert.text;
import static org.lanshao.store.Insert.whole;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.form.FormId;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Nameless;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.turn.AnswersJson;
import org.lanshao.turn.Records.Changed;

/**
 * The table {@code revision}: what became of submissions. Read together with {@code submission}.
 */
final class RevisionTable {
  static final Insert INSERT =
      new Insert(
          "revision",
          List.of(
              bytes("submission"),
              whole("revision"),
              whole("state"),
              text("author"),
              text("person"),
              text("area"),
              whole("at"),
              bytes("why"),
              bytes("answers")),
          2);
  private static final String COLUMNS =
      "SELECT "
          + SubmissionTable.COLUMNS
          + ", COALESCE(r.revision, 1), r.state, r.person, r.area, r.at, r.why, r.answers";

  private static final String FROM = " FROM submission s ";
  private static final String SELECT = COLUMNS + FROM;

  /** With their latest revision, where they have one. */
  private static final String LATEST =
      "LEFT JOIN revision r ON r.submission = s.id AND r.revision ="
          + " (SELECT MAX(l.revision) FROM revision l WHERE l.submission = s.id) ";

  /** How records stand. */
  private static final String STANDING = SELECT + LATEST;

  private static final String REAL = PracticeSql.real("s.number");

  /** Behind a day and id, by day and id; last of all the path under which each counts. */
  static final String PAGE =
      COLUMNS
          + ", (SELECT e.path FROM entry e WHERE e.submission = s.id"
          + " AND e.revision = COALESCE(r.revision, 1) AND e.amount > 0 ORDER BY e.place LIMIT 1)"
          + FROM
          + LATEST
          + "WHERE s.form = ? AND s.day BETWEEN ? AND ? AND (s.day > ? OR s.id > ?)"
          + REAL
          + " ORDER BY s.day, s.id LIMIT ?";

  private static final String FILED =
      STANDING + "WHERE s.person = ? AND s.day = ?" + REAL + order("s.at");
  private static final String RECORD = STANDING + "WHERE s.number = ?";
  private static final String OF_ID = STANDING + "WHERE s.id = ?";
  private static final String LAST =
      STANDING
          + "WHERE s.person = ? AND COALESCE(r.state, 0) <> "
          + code(Revision.State.WITHDRAWN)
          + " ORDER BY s.day DESC, s.at DESC, s.id DESC LIMIT 1";
  private static final String LAST_OF_FORM =
      STANDING
          + "WHERE s.person = ? AND s.form = ? AND COALESCE(r.state, 0) <> "
          + code(Revision.State.WITHDRAWN)
          + REAL
          + " ORDER BY s.at DESC, s.id DESC LIMIT 1";
  private static final String RETURNED =
      SELECT
          + "JOIN revision r ON r.submission = s.id WHERE r.author = ? AND r.state = "
          + code(Revision.State.RETURNED)
          + " AND NOT EXISTS (SELECT 1 FROM revision l"
          + " WHERE l.submission = r.submission AND l.revision > r.revision)"
          + REAL
          + order("s.at");
  private static final String FIRST =
      SELECT + "LEFT JOIN revision r ON r.submission = s.id AND r.revision = 1 WHERE s.number = ?";
  private static final String LATER =
      SELECT + "JOIN revision r ON r.submission = s.id WHERE s.number = ?" + order("r.revision");

  private static final String CHANGE =
      "SELECT s.number, s.form, s.day, s.person, s.area, r.area, r.state, r.at, r.revision"
          + " FROM revision r JOIN submission s ON s.id = r.submission WHERE r.at > ?"
          + REAL;
  private static final String REVISED = CHANGE + " ORDER BY r.at, s.number, r.revision";
  private static final String CHANGED =
      "SELECT * FROM ("
          + CHANGE
          + " AND s.form = ? AND s.day BETWEEN ? AND ?"
          + " UNION ALL SELECT s.number, s.form, s.day, s.person, s.area, s.area, 0, s.at, 1"
          + " FROM submission s WHERE s.at > ?"
          + REAL
          + " AND s.form = ? AND s.day BETWEEN ? AND ?) c ORDER BY 8, 1, 9";

  private static final byte[] NOTHING = new byte[0];

  private final Dialect dialect;
  private final Seal seal;
  private final SubmissionTable submissions;

  RevisionTable(Dialect dialect, Seal seal, SubmissionTable submissions) {
    this.dialect = dialect;
    this.seal = seal;
    this.submissions = submissions;
  }

  private static String order(String column) {
    return " ORDER BY " + column + ", s.id";
  }

  /** The row of a revision after the first, its reason and answers sealed. */
  Object[] row(Revision revision) {
    var record = revision.record();
    var key = key(record.id(), revision.number());
    return new Object[] {
      Uuids.bytes(record.id()),
      (long) revision.number(),
      (long) code(revision.state()),
      record.person().text(),
      revision.by().text(),
      record.area().text(),
      revision.at().toEpochMilli(),
      seal.seal("revision.why", key, revision.why()),
      seal.seal("revision.answers", key, AnswersJson.write(record.answers()))
    };
  }

  private static String key(UUID record, int number) {
    return record + "#" + number;
  }

  /** Inserts a revision; false when the record has one of this number: somebody was faster. */
  boolean insert(Link link, Object[] row) throws SQLException {
    return !dialect.insert(link, INSERT, List.<Object[]>of(row)).isEmpty();
  }

  /** Takes a revision back that was inserted in this transaction. */
  void delete(Link link, Object[] row) throws SQLException {
    link.update("DELETE FROM revision WHERE submission = ? AND revision = ?", row[0], row[1]);
  }

  /** What a person filed on a day, oldest first. */
  List<Revision> filed(Link link, PersonId person, LocalDate day) throws SQLException {
    return read(link, FILED, person.text(), Days.number(day));
  }

  /** The record of this number. */
  Optional<Revision> record(Link link, String number) throws SQLException {
    return read(link, RECORD, number).stream().findFirst();
  }

  /** The record of this id. */
  Optional<Revision> standing(Link link, byte[] id) throws SQLException {
    return read(link, OF_ID, (Object) id).stream().findFirst();
  }

  /** All revisions of a record, the first one first. */
  List<Revision> history(Link link, String number) throws SQLException {
    var history = new ArrayList<>(read(link, FIRST, number));
    history.addAll(read(link, LATER, number));
    return history;
  }

  /** What a person filed last and did not withdraw. */
  Optional<Revision> lastFiled(Link link, PersonId person) throws SQLException {
    return read(link, LAST, person.text()).stream().findFirst();
  }

  /** What a person filed last with a form and did not withdraw. */
  Optional<Revision> lastFiled(Link link, PersonId person, FormId form) throws SQLException {
    return read(link, LAST_OF_FORM, person.text(), form.text()).stream().findFirst();
  }

  /** What was returned to a person and not yet corrected, oldest first. */
  List<Revision> returned(Link link, PersonId person) throws SQLException {
    return read(link, RETURNED, person.text());
  }

  /** As {@link org.lanshao.turn.Records#revised}. */
  static List<Changed> revised(Link link, Instant after) throws SQLException {
    return changes(link, REVISED, after.toEpochMilli());
  }

  /** As {@link org.lanshao.turn.Records#changed}. */
  static List<Changed> changed(Link link, FormId form, DayRange range, Instant after)
      throws SQLException {
    long at = after.toEpochMilli();
    int first = Days.number(range.first());
    int last = Days.number(range.last());
    return changes(link, CHANGED, at, form.text(), first, last, at, form.text(), first, last);
  }

  private static List<Changed> changes(Link link, String sql, Object... values)
      throws SQLException {
    var found = new ArrayList<Changed>();
    try (var rows = link.prepare(sql, values).executeQuery()) {
      while (rows.next()) {
        found.add(
            new Changed(
                rows.getString(1),
                new FormId(rows.getString(2)),
                Days.day(rows.getInt(3)),
                new PersonId(rows.getString(4)),
                List.of(new AreaCode(rows.getString(6)), new AreaCode(rows.getString(5))),
                rows.getInt(7) == 0 ? Revision.State.FILED : state(rows.getInt(7)),
                Instant.ofEpochMilli(rows.getLong(8))));
      }
    }
    return found;
  }

  /** Takes out of all revisions of a record what {@link Nameless} leaves out, and their reasons. */
  void forget(Link link, String number) throws SQLException {
    for (Revision revision : history(link, number)) {
      var id = revision.record().id();
      var left = AnswersJson.write(Nameless.of(revision.record().answers()));
      if (revision.number() == 1) {
        submissions.forget(link, id, left);
      } else {
        link.update(
            "UPDATE revision SET why = ?, answers = ? WHERE submission = ? AND revision = ?",
            NOTHING,
            seal.seal("revision.answers", key(id, revision.number()), left),
            Uuids.bytes(id),
            (long) revision.number());
      }
    }
  }

  private List<Revision> read(Link link, String sql, Object... values) throws SQLException {
    var found = new ArrayList<Revision>();
    try (var rows = link.prepare(sql, values).executeQuery()) {
      while (rows.next()) {
        found.add(read(rows));
      }
    }
    return found;
  }

  /** Reads a record whose columns stand in the order of {@link #PAGE}. */
  Revision read(ResultSet rows) throws SQLException {
    var filed = submissions.read(rows);
    int number = rows.getInt(10);
    return number == 1 ? Revision.first(filed) : read(filed, number, rows);
  }

  private Revision read(Submission filed, int number, ResultSet rows) throws SQLException {
    var key = key(filed.id(), number);
    var answers = AnswersJson.read(seal.open("revision.answers", key, rows.getBytes(16)));
    return new Revision(
        filed.with(new AreaCode(rows.getString(13)), answers),
        number,
        state(rows.getInt(11)),
        new PersonId(rows.getString(12)),
        Instant.ofEpochMilli(rows.getLong(14)),
        seal.open("revision.why", key, rows.getBytes(15)));
  }

  private static int code(Revision.State state) {
    return switch (state) {
      case FILED -> 0;
      case CORRECTED -> 1;
      case RETURNED -> 2;
      case WITHDRAWN -> 3;
    };
  }

  private static Revision.State state(int code) {
    return switch (code) {
      case 1 -> Revision.State.CORRECTED;
      case 2 -> Revision.State.RETURNED;
      case 3 -> Revision.State.WITHDRAWN;
      default -> throw new IllegalStateException("no state " + code);
    };
  }
}
