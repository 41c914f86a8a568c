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
import java.util.UUID;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.form.FormId;
import org.lanshao.record.Submission;
import org.lanshao.turn.AnswersJson;

/** The table {@code submission}. */
final class SubmissionTable {
  /** Corrections will have higher ones. */
  static final long FIRST_REVISION = 1;

  private static final Insert INSERT =
      new Insert(
          "submission",
          List.of(
              bytes("id"),
              whole("revision"),
              text("number"),
              text("form"),
              text("definition"),
              text("person"),
              text("area"),
              whole("at"),
              whole("day"),
              bytes("answers")),
          2);
  private static final String FILED =
      "SELECT id, number, form, definition, person, area, at, day, answers FROM submission"
          + " WHERE person = ? AND day = ? ORDER BY at, id";

  private final Dialect dialect;
  private final Seal seal;

  SubmissionTable(Dialect dialect, Seal seal) {
    this.dialect = dialect;
    this.seal = seal;
  }

  /** The row of a submission, its answers sealed. */
  Object[] row(Submission submission) {
    return new Object[] {
      Uuids.bytes(submission.id()),
      FIRST_REVISION,
      submission.number(),
      submission.form().text(),
      submission.definition(),
      submission.person().text(),
      submission.area().text(),
      submission.at().toEpochMilli(),
      (long) Days.number(submission.day()),
      seal.seal("submission.answers", key(submission.id()), AnswersJson.write(submission.answers()))
    };
  }

  private static String key(UUID id) {
    return id + "#" + FIRST_REVISION;
  }

  /**
   * Inserts submissions.
   *
   * @throws SQLException when one of them is there already: its id was not new
   */
  void insert(Link link, List<Object[]> rows) throws SQLException {
    if (dialect.insert(link, INSERT, rows).cardinality() != rows.size()) {
      throw new SQLException("a submission's id or number was used before", "23505");
    }
  }

  /** What a person filed on a day, oldest first. */
  List<Submission> filed(Link link, PersonId person, LocalDate day) throws SQLException {
    var filed = new ArrayList<Submission>();
    try (var rows = link.prepare(FILED, person.text(), Days.number(day)).executeQuery()) {
      while (rows.next()) {
        filed.add(read(rows));
      }
    }
    return filed;
  }

  private Submission read(ResultSet rows) throws SQLException {
    var id = Uuids.read(rows.getBytes(1));
    return new Submission(
        id,
        rows.getString(2),
        new FormId(rows.getString(3)),
        rows.getString(4),
        new PersonId(rows.getString(5)),
        new AreaCode(rows.getString(6)),
        Instant.ofEpochMilli(rows.getLong(7)),
        Days.day(rows.getInt(8)),
        AnswersJson.read(seal.open("submission.answers", key(id), rows.getBytes(9))));
  }
}
