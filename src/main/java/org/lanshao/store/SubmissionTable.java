package org.lanshao.store;

import static org.lanshao.store.Insert.bytes;
import static org.lanshao.store.Insert.text;
import static org.lanshao.store.Insert.whole;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.form.FormId;
import org.lanshao.record.Submission;
import org.lanshao.turn.AnswersJson;

/** The table {@code submission}. */
final class SubmissionTable {
  /** What {@link #read} reads, of the table as {@code s}. */
  static final String COLUMNS =
      "s.id, s.number, s.form, s.definition, s.person, s.area, s.at, s.day, s.answers";

  /** A submission is the first revision of its record; {@link RevisionTable} has the others. */
  private static final long FIRST_REVISION = 1;

  static final Insert INSERT =
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

  /** Keeps only these answers, which tell of nobody. */
  void forget(Link link, UUID id, String answers) throws SQLException {
    link.update(
        "UPDATE submission SET answers = ?, nameless = 1 WHERE id = ?",
        seal.seal("submission.answers", key(id), answers),
        Uuids.bytes(id));
  }

  /** Reads a submission whose columns stand in {@link #COLUMNS} order, from the first one on. */
  Submission read(ResultSet rows) throws SQLException {
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
