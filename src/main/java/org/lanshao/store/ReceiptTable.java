package org.lanshao.store;

import static org.lanshao.store.Insert.bytes;
import static org.lanshao.store.Insert.text;
import static org.lanshao.store.Insert.whole;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.notice.Unit;
import org.lanshao.turn.NoticeReceipt;
import org.lanshao.turn.Notices.Asked;

/** The tables {@code notice_unit} and {@code notice_receipt}. */
final class ReceiptTable {
  private static final Insert UNIT =
      new Insert("notice_unit", List.of(text("notice"), text("unit"), text("station")), 2);
  private static final Insert RECEIPT =
      new Insert(
          "notice_receipt",
          List.of(
              text("notice"),
              text("unit"),
              text("station"),
              text("person"),
              text("how"),
              whole("at"),
              bytes("note")),
          2);
  private static final String UNITS =
      "SELECT unit, station FROM notice_unit WHERE notice = ? ORDER BY station, unit";
  private static final String ASKED =
      "SELECT n.number, n.title, u.unit, u.station FROM notice_unit u JOIN notice n"
          + " ON n.number = u.notice WHERE u.unit = ?";
  private static final String UNCONFIRMED =
      ASKED
          + " AND n.stage = 1 AND NOT EXISTS (SELECT 1 FROM notice_receipt r"
          + " WHERE r.notice = u.notice AND r.unit = u.unit)";
  private static final String OPEN = UNCONFIRMED + " ORDER BY n.urgency, n.changed DESC";
  private static final String STILL = UNCONFIRMED + " AND u.notice = ?";
  private static final String RECEIPT_COLUMNS =
      "SELECT r.notice, r.unit, r.station, r.person, r.how, r.at, r.note FROM ";
  private static final String RECEIPTS = RECEIPT_COLUMNS + "notice_receipt r WHERE r.notice = ?";
  private static final String CONFIRMED =
      RECEIPT_COLUMNS
          + "notice_unit u"
          + " JOIN notice n ON n.number = u.notice"
          + " JOIN notice_receipt r ON r.notice = u.notice AND r.unit = u.unit"
          + " WHERE u.unit = ? AND n.stage = 1 ORDER BY r.at DESC, r.notice LIMIT ?";
  private static final byte[] NONE = {};

  private final Dialect dialect;
  private final Seal seal;

  ReceiptTable(Dialect dialect, Seal seal) {
    this.dialect = dialect;
    this.seal = seal;
  }

  static Object[] row(String notice, Unit unit) {
    return new Object[] {notice, unit.key(), unit.station().text()};
  }

  static Object[] row(NoticeReceipt receipt, Seal seal) {
    var key = receipt.unit().key();
    return new Object[] {
      receipt.notice(),
      key,
      receipt.unit().station().text(),
      receipt.person().text(),
      receipt.how().word(),
      receipt.at().toEpochMilli(),
      receipt.note().isEmpty()
          ? NONE
          : seal.seal("notice_receipt.note", receipt.notice() + " " + key, receipt.note())
    };
  }

  /** Who is asked from now on, and who confirmed. */
  void insert(Link link, List<NoticeTable.Written> written) throws SQLException {
    var units =
        written.stream()
            .flatMap(one -> one.steps().stream())
            .flatMap(step -> step.units().stream())
            .toList();
    if (!units.isEmpty()) {
      dialect.insert(link, UNIT, units);
    }
    var receipts = written.stream().flatMap(one -> one.receipts().stream()).toList();
    if (!receipts.isEmpty()) {
      dialect.insert(link, RECEIPT, receipts);
    }
  }

  /** As {@link org.lanshao.turn.Notices#units}. */
  static List<Unit> units(Link link, String number) throws SQLException {
    var units = new ArrayList<Unit>();
    try (var rows = link.prepare(UNITS, number).executeQuery()) {
      while (rows.next()) {
        units.add(unit(rows.getString(1), rows.getString(2)));
      }
    }
    return units;
  }

  private static Unit unit(String key, String station) {
    return Unit.read(key, new AreaCode(station));
  }

  /** As {@link org.lanshao.turn.Notices#asked(List)}. */
  List<Asked> asked(Link link, List<Unit> units) throws SQLException {
    var asked = new ArrayList<Asked>();
    for (Unit unit : units) {
      try (var rows = link.prepare(OPEN, unit.key()).executeQuery()) {
        read(rows, asked);
      }
    }
    return asked;
  }

  /** Whether all of these are asked still, and not confirmed. */
  static boolean areAsked(Link link, List<Asked> all) throws SQLException {
    for (Asked asked : all) {
      try (var rows = link.prepare(STILL, asked.unit().key(), asked.number()).executeQuery()) {
        if (!rows.next()) {
          return false;
        }
      }
    }
    return true;
  }

  /** As {@link org.lanshao.turn.Notices#asked(String, List)}. */
  Optional<Asked> asked(Link link, String number, List<Unit> units) throws SQLException {
    var asked = new ArrayList<Asked>();
    for (Unit unit : units) {
      try (var rows =
          link.prepare(ASKED + " AND u.notice = ?", unit.key(), number).executeQuery()) {
        read(rows, asked);
      }
    }
    return asked.stream().findFirst();
  }

  private void read(ResultSet rows, List<Asked> into) throws SQLException {
    while (rows.next()) {
      var number = rows.getString(1);
      var title = seal.open("notice.title", number, rows.getBytes(2));
      into.add(new Asked(number, title, unit(rows.getString(3), rows.getString(4))));
    }
  }

  /** As {@link org.lanshao.turn.Notices#receipts}. */
  List<NoticeReceipt> receipts(Link link, String number) throws SQLException {
    try (var rows = link.prepare(RECEIPTS + " ORDER BY r.at, r.unit", number).executeQuery()) {
      return receipts(rows);
    }
  }

  /** As {@link org.lanshao.turn.Notices#receipt}. */
  Optional<NoticeReceipt> receipt(Link link, String number, Unit unit) throws SQLException {
    try (var rows = link.prepare(RECEIPTS + " AND r.unit = ?", number, unit.key()).executeQuery()) {
      return receipts(rows).stream().findFirst();
    }
  }

  /** As {@link org.lanshao.turn.Notices#confirmed}. */
  List<NoticeReceipt> confirmed(Link link, List<Unit> units, int most) throws SQLException {
    var confirmed = new ArrayList<NoticeReceipt>();
    for (Unit unit : units) {
      try (var rows = link.prepare(CONFIRMED, unit.key(), most).executeQuery()) {
        confirmed.addAll(receipts(rows));
      }
    }
    return confirmed.stream().sorted(NoticeReceipt.NEWEST).limit(most).toList();
  }

  private List<NoticeReceipt> receipts(ResultSet rows) throws SQLException {
    var receipts = new ArrayList<NoticeReceipt>();
    while (rows.next()) {
      var number = rows.getString(1);
      var key = rows.getString(2);
      receipts.add(
          new NoticeReceipt(
              number,
              unit(key, rows.getString(3)),
              new PersonId(rows.getString(4)),
              NoticeReceipt.How.valueOf(rows.getString(5).toUpperCase(Locale.ROOT)),
              seal.open("notice_receipt.note", number + " " + key, rows.getBytes(7)),
              Instant.ofEpochMilli(rows.getLong(6))));
    }
    return receipts;
  }
}
