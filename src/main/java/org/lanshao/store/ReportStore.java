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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.count.Report;
import org.lanshao.directory.PersonId;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.ReportJson;
import org.lanshao.turn.Reports;
import org.lanshao.turn.Unavailable;

/** The table {@code report}. */
final class ReportStore implements Reports {
  private static final Insert INSERT =
      new Insert(
          "report",
          List.of(
              text("number"),
              whole("at"),
              text("person"),
              bytes("content"),
              bytes("told"),
              bytes("matters"),
              bytes("matters_told")),
          1);
  private static final String COLUMNS =
      "SELECT number, at, person, content, told, matters, matters_told FROM report";
  private static final String CONTENT = "report.content";
  private static final String TOLD = "report.told";
  private static final String MATTERS = "report.matters";
  private static final String MATTERS_TOLD = "report.matters_told";

  private final Dialect dialect;
  private final Seal seal;
  private final OutgoingTable outgoing;
  private final Writer writer;
  private final Readers readers;

  ReportStore(Dialect dialect, Seal seal, OutgoingTable outgoing, Writer writer, Readers readers) {
    this.dialect = dialect;
    this.seal = seal;
    this.outgoing = outgoing;
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public void keep(Report report) throws Unavailable {
    var told = report.inputs().stream().map(Report.Input::number).toList();
    var sealed = new Told(report, told);
    Object[] row = {
      report.number(),
      report.at().toEpochMilli(),
      report.by().text(),
      seal.seal(CONTENT, report.number(), ReportJson.write(report)),
      seal(TOLD, report.number(), sealed.ofRecords()),
      seal.seal(MATTERS, report.number(), ReportJson.matters(report)),
      seal(MATTERS_TOLD, report.number(), sealed.ofMatters())
    };
    writer.write(
        new Work.Small<>(
            false, link -> dialect.insert(link, INSERT, List.<Object[]>of(row)).cardinality()));
  }

  /** The numbers of a report as they are told, those of records first. */
  private record Told(Report report, List<Long> numbers) {
    List<Long> ofRecords() {
      return numbers.subList(0, (int) records());
    }

    List<Long> ofMatters() {
      return numbers.subList((int) records(), numbers.size());
    }

    private long records() {
      return report.inputs().stream().filter(input -> !input.isOfMatters()).count();
    }
  }

  private byte[] seal(String column, String number, List<Long> told) {
    var text = told.stream().map(n -> Long.toString(n)).collect(Collectors.joining(","));
    return seal.seal(column, number, text);
  }

  @Override
  public Optional<Report> report(String number) throws Unavailable {
    return readers.read(link -> read(link, COLUMNS + " WHERE number = ?", number)).stream()
        .map(Known::report)
        .findFirst();
  }

  @Override
  public List<Known> since(Instant since) throws Unavailable {
    var sql = COLUMNS + " WHERE at >= ? ORDER BY at, number";
    return readers.read(link -> read(link, sql, since.toEpochMilli()));
  }

  private List<Known> read(Link link, String sql, Object value) throws SQLException {
    var found = new ArrayList<Known>();
    try (var rows = link.prepare(sql, value).executeQuery()) {
      while (rows.next()) {
        found.add(read(rows));
      }
    }
    return found;
  }

  private Known read(ResultSet rows) throws SQLException {
    var number = rows.getString(1);
    var at = Instant.ofEpochMilli(rows.getLong(2));
    var by = new PersonId(rows.getString(3));
    var report = ReportJson.read(number, at, by, seal.open(CONTENT, number, rows.getBytes(4)));
    var told = new ArrayList<>(numbers(seal.open(TOLD, number, rows.getBytes(5))));
    var matters = rows.getBytes(6);
    if (matters == null) {
      return new Known(report, told);
    }
    told.addAll(numbers(seal.open(MATTERS_TOLD, number, rows.getBytes(7))));
    var more = ReportJson.matters(seal.open(MATTERS, number, matters));
    return new Known(report.with(more), told);
  }

  private static List<Long> numbers(String told) {
    return Stream.of(told.split(",")).filter(n -> !n.isEmpty()).map(Long::valueOf).toList();
  }

  @Override
  public void tell(List<Known> known, List<NewOutgoing> messages) throws Unavailable {
    var rows = messages.stream().map(outgoing::row).toList();
    writer.write(
        new Work.Small<>(
            !rows.isEmpty(),
            link -> {
              for (Known one : known) {
                var number = one.report().number();
                var told = new Told(one.report(), one.numbers());
                link.update(
                    "UPDATE report SET told = ?, matters_told = ? WHERE number = ?",
                    seal(TOLD, number, told.ofRecords()),
                    seal(MATTERS_TOLD, number, told.ofMatters()),
                    number);
              }
              outgoing.insert(link, rows);
              return rows.size();
            }));
  }
}
