package org.lanshao.store;

import static org.lanshao.store.Insert.bytes;
import static org.lanshao.store.Insert.text;
import static org.lanshao.store.Insert.whole;

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
  private static final Insert SEEN =
      new Insert("alert_seen", List.of(text("alert"), text("person"), whole("at")), 2);
  private static final String GO_ON =
      "UPDATE alert SET length = ?, open = ?, timer = ?, area = ? WHERE number = ? AND length = ?";
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

  private final Dialect dialect;
  private final EventTable<AlertEvent> events;

  AlertTable(Dialect dialect, Seal seal) {
    this.dialect = dialect;
    this.events =
        new EventTable<>(
            dialect,
            seal,
            new EventTable.Kind<>(
                "alert_event", "alert", AlertEvent::by, AlertJson::write, AlertJson::read));
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
        changes
            .step()
            .map(step -> new Step(step, events.rows(step.number(), step.from(), step.events()))),
        Tables.each(changes.seen(), AlertTable::row));
  }

  private static Object[] row(AlertSeen seen) {
    return new Object[] {seen.number(), seen.person().text(), seen.at().toEpochMilli()};
  }

  /** Goes on with an alert; false when somebody else has gone on from the same event. */
  boolean goOn(Link link, AlertStep step) throws SQLException {
    var timer = Uuids.bytes(step.timer());
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
  void insert(Link link, List<Object[]> happened, List<Object[]> seen) throws SQLException {
    events.insert(link, happened);
    if (!seen.isEmpty()) {
      dialect.insert(link, SEEN, seen);
    }
  }

  /** As {@link org.lanshao.turn.Alerts#alert}. */
  Optional<KeptAlert> alert(Link link, String number) throws SQLException {
    var happened = events.of(link, number);
    if (happened.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new KeptAlert(Life.of(happened), happened, timer(link, number), seen(link, number)));
  }

  private static Optional<UUID> timer(Link link, String number) throws SQLException {
    try (var rows = link.prepare(TIMER, number).executeQuery()) {
      rows.next();
      return Uuids.readOptional(rows.getBytes(1));
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
    for (String number : link.texts(OPEN)) {
      alert(link, number).ifPresent(open::add);
    }
    return open;
  }

  /** As {@link org.lanshao.turn.Alerts#openAlert}. */
  static Optional<String> openIn(Link link, ConversationId conversation) throws SQLException {
    return link.texts(OPEN_IN, conversation.key()).stream().findFirst();
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
    return link.texts(UNSENT, begin, end);
  }

  /** As {@link org.lanshao.turn.Alerts#forgotten}. */
  static List<String> forgotten(Link link, Instant now) throws SQLException {
    return link.texts(FORGOTTEN, now.toEpochMilli());
  }
}
