package org.lanshao.store;

import static org.lanshao.store.Insert.bytes;
import static org.lanshao.store.Insert.text;
import static org.lanshao.store.Insert.whole;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.alert.AlertEvent;
import org.lanshao.alert.Life;
import org.lanshao.directory.PersonId;
import org.lanshao.message.ConversationId;
import org.lanshao.turn.AlertChanges;
import org.lanshao.turn.AlertJson;
import org.lanshao.turn.AlertSeen;
import org.lanshao.turn.AlertStep;
import org.lanshao.turn.KeptAlert;

/** The tables {@code alert}, {@code alert_event} and {@code alert_seen}. */
final class AlertTable {
  private static final Insert ALERT =
      new Insert(
          "alert",
          List.of(
              text("number"),
              whole("length"),
              whole("open"),
              bytes("timer"),
              whole("at"),
              text("area"),
              text("conversation"),
              text("person"),
              whole("practice")),
          1);
  private static final Insert EVENT =
      new Insert(
          "alert_event",
          List.of(text("alert"), whole("position"), whole("at"), text("person"), bytes("event")),
          2);
  private static final Insert SEEN =
      new Insert("alert_seen", List.of(text("alert"), text("person"), whole("at")), 2);
  private static final String GO_ON =
      "UPDATE alert SET length = ?, open = ?, timer = ?, area = ? WHERE number = ? AND length = ?";
  private static final String EVENTS =
      "SELECT position, event FROM alert_event WHERE alert = ? ORDER BY position";
  private static final String SEEN_BY = "SELECT person, at FROM alert_seen WHERE alert = ?";
  private static final String TIMER = "SELECT timer FROM alert WHERE number = ?";
  private static final String OPEN = "SELECT number FROM alert WHERE open = 1 ORDER BY at, number";
  private static final String OPEN_IN =
      "SELECT number FROM alert WHERE open = 1 AND conversation = ? ORDER BY at DESC LIMIT 1";
  private static final String STRANGERS =
      "SELECT count(*) FROM alert WHERE person = '' AND at >= ?";
  private static final String STRANGER = STRANGERS + " AND conversation = ?";
  private static final String UNSENT =
      "SELECT once FROM outgoing WHERE once >= ? AND once < ? AND state <> 1 ORDER BY once";
  private static final String FORGOTTEN =
      "SELECT a.number FROM alert a WHERE a.open = 1 AND NOT EXISTS"
          + " (SELECT 1 FROM timer t WHERE t.id = a.timer AND t.due > ?) ORDER BY a.number";
  private static final byte[] NONE = {};

  private final Dialect dialect;
  private final Seal seal;

  AlertTable(Dialect dialect, Seal seal) {
    this.dialect = dialect;
    this.seal = seal;
  }

  /**
   * What a turn writes of alerts, as rows.
   *
   * @param step what happened to one
   * @param seen who read which
   */
  record Written(Optional<Step> step, List<Object[]> seen) {}

  /** A step with its sealed events. */
  record Step(AlertStep step, List<Object[]> events) {}

  Written rows(AlertChanges changes) {
    return new Written(
        changes.step().map(step -> new Step(step, events(step))),
        changes.seen().stream().map(AlertTable::row).toList());
  }

  private List<Object[]> events(AlertStep step) {
    var rows = new ArrayList<Object[]>();
    for (AlertEvent event : step.events()) {
      long position = step.from() + rows.size() + 1;
      rows.add(
          new Object[] {
            step.number(),
            position,
            event.by().at().toEpochMilli(),
            event.by().person().map(PersonId::text).orElse(""),
            seal.seal("alert_event.event", key(step.number(), position), AlertJson.write(event))
          });
    }
    return rows;
  }

  private static String key(String number, long position) {
    return number + "#" + position;
  }

  private static Object[] row(AlertSeen seen) {
    return new Object[] {seen.number(), seen.person().text(), seen.at().toEpochMilli()};
  }

  /** Goes on with an alert; false when somebody else has gone on from the same event. */
  boolean goOn(Link link, AlertStep step) throws SQLException {
    var timer = step.timer().map(Uuids::bytes).orElse(NONE);
    var core = step.after().core();
    long open = step.after().due().isPresent() ? 1 : 0;
    if (step.from() > 0) {
      return link.update(
              GO_ON, step.to(), open, timer, core.known().area().text(), step.number(), step.from())
          == 1;
    }
    var begun = core.begun();
    Object[] row = {
      step.number(),
      step.to(),
      open,
      timer,
      begun.at().toEpochMilli(),
      core.known().area().text(),
      begun.reporter().conversation().key(),
      begun.reporter().person().map(PersonId::text).orElse(""),
      begun.practice() ? 1L : 0L
    };
    return !dialect.insert(link, ALERT, List.<Object[]>of(row)).isEmpty();
  }

  /** The events of steps that went on, and who read what. */
  void insert(Link link, List<Object[]> events, List<Object[]> seen) throws SQLException {
    if (!events.isEmpty()) {
      dialect.insert(link, EVENT, events);
    }
    if (!seen.isEmpty()) {
      dialect.insert(link, SEEN, seen);
    }
  }

  /** As {@link org.lanshao.turn.Alerts#alert}. */
  Optional<KeptAlert> alert(Link link, String number) throws SQLException {
    var events = new ArrayList<AlertEvent>();
    try (var rows = link.prepare(EVENTS, number).executeQuery()) {
      while (rows.next()) {
        var place = key(number, rows.getLong(1));
        events.add(AlertJson.read(seal.open("alert_event.event", place, rows.getBytes(2))));
      }
    }
    if (events.isEmpty()) {
      return Optional.empty();
    }
    var alert = Life.of(events);
    return Optional.of(new KeptAlert(alert, events, timer(link, number), seen(link, number)));
  }

  private static Optional<UUID> timer(Link link, String number) throws SQLException {
    try (var rows = link.prepare(TIMER, number).executeQuery()) {
      rows.next();
      var timer = rows.getBytes(1);
      return timer.length == 0 ? Optional.empty() : Optional.of(Uuids.read(timer));
    }
  }

  private static Map<PersonId, Instant> seen(Link link, String number) throws SQLException {
    var seen = new HashMap<PersonId, Instant>();
    try (var rows = link.prepare(SEEN_BY, number).executeQuery()) {
      while (rows.next()) {
        seen.put(new PersonId(rows.getString(1)), Instant.ofEpochMilli(rows.getLong(2)));
      }
    }
    return seen;
  }

  /** As {@link org.lanshao.turn.Alerts#openAlerts}. */
  List<KeptAlert> open(Link link) throws SQLException {
    var open = new ArrayList<KeptAlert>();
    for (String number : texts(link.prepare(OPEN).executeQuery())) {
      alert(link, number).ifPresent(open::add);
    }
    return open;
  }

  /** As {@link org.lanshao.turn.Alerts#openAlert}. */
  static Optional<String> openIn(Link link, ConversationId conversation) throws SQLException {
    return texts(link.prepare(OPEN_IN, conversation.key()).executeQuery()).stream().findFirst();
  }

  /** As {@link org.lanshao.turn.Alerts#strangers}. */
  static int strangers(Link link, Optional<ConversationId> conversation, Instant since)
      throws SQLException {
    long at = since.toEpochMilli();
    try (var rows =
        conversation.isEmpty()
            ? link.prepare(STRANGERS, at).executeQuery()
            : link.prepare(STRANGER, at, conversation.get().key()).executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /** As {@link org.lanshao.turn.Alerts#unsent}. */
  static List<String> unsent(Link link, String begin) throws SQLException {
    var end =
        begin.substring(0, begin.length() - 1) + (char) (begin.charAt(begin.length() - 1) + 1);
    return texts(link.prepare(UNSENT, begin, end).executeQuery());
  }

  /** As {@link org.lanshao.turn.Alerts#forgotten}. */
  static List<String> forgotten(Link link, Instant now) throws SQLException {
    return texts(link.prepare(FORGOTTEN, now.toEpochMilli()).executeQuery());
  }

  private static List<String> texts(ResultSet rows) throws SQLException {
    try (rows) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
