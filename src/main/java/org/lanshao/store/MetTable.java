package org.lanshao.store;

import static org.lanshao.store.Insert.bytes;
import static org.lanshao.store.Insert.text;
import static org.lanshao.store.Insert.whole;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanshao.form.Value;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;

/** The table {@code household_met}: which households standing records are about. */
final class MetTable {
  private static final Insert INSERT =
      new Insert(
          "household_met",
          List.of(bytes("record"), text("household"), text("form"), whole("day")),
          2);

  private MetTable() {}

  /**
   * A row for each household on file that a record is about; none once it is withdrawn, nor of
   * practice.
   */
  static List<Object[]> rows(Revision revision) {
    var record = revision.record();
    return revision.state() == Revision.State.WITHDRAWN || record.isPractice()
        ? List.of()
        : numbers(record).distinct().map(number -> row(record, number)).toList();
  }

  private static Object[] row(Submission record, String number) {
    return new Object[] {
      Uuids.bytes(record.id()), number, record.form().text(), (long) Days.number(record.day())
    };
  }

  private static Stream<String> numbers(Submission record) {
    return record.answers().byQuestion().values().stream()
        .flatMap(
            value ->
                value instanceof Value.Household household
                    ? household.number().stream()
                    : Stream.empty());
  }

  /** From now on nothing tells by which record the households of this one were met. */
  static void part(Link link, UUID record) throws SQLException {
    link.update(
        "UPDATE household_met SET record = ? WHERE record = ?",
        Uuids.bytes(UUID.randomUUID()),
        Uuids.bytes(record));
  }

  /** Writes the rows of new records, and those of revised ones in place of the ones before. */
  static void insert(Dialect dialect, Link link, List<Rows.Filing> filings) throws SQLException {
    for (var filing : filings) {
      if (!filing.first()) {
        link.update("DELETE FROM household_met WHERE record = ?", filing.row()[0]);
      }
    }
    var rows = filings.stream().flatMap(filing -> filing.met().stream()).toList();
    if (!rows.isEmpty()) {
      dialect.insert(link, INSERT, rows);
    }
  }
}
