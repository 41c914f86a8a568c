package org.lanshao.store;

import static org.lanshao.store.Insert.bytes;
import static org.lanshao.store.Insert.text;
import static org.lanshao.store.Insert.whole;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.notice.Notice;
import org.lanshao.notice.NoticeEvent;
import org.lanshao.notice.Reference;
import org.lanshao.notice.Silence;
import org.lanshao.turn.KeptNotice;
import org.lanshao.turn.NoticeChanges;
import org.lanshao.turn.NoticeJson;
import org.lanshao.turn.NoticeStep;

/** The tables {@code notice}, {@code notice_event} and {@code silence}. */
final class NoticeTable {
  private static final Insert NOTICE =
      new Insert(
          "notice",
          List.of(
              text("number"),
              whole("length"),
              whole("stage"),
              bytes("timer"),
              whole("changed"),
              text("person"),
              text("identifier"),
              whole("urgency"),
              bytes("title")),
          1);
  private static final Insert EVENT =
      new Insert(
          "notice_event",
          List.of(text("notice"), whole("position"), whole("at"), text("person"), bytes("event")),
          2);
  private static final String GO_ON =
      "UPDATE notice SET length = ?, stage = ?, timer = ?, changed = ?"
          + " WHERE number = ? AND length = ?";
  private static final String SILENCE =
      "INSERT INTO silence (kind, area, until) VALUES (?, ?, ?)"
          + " ON CONFLICT (kind, area) DO UPDATE SET until = excluded.until";
  private static final String EVENTS =
      "SELECT position, event FROM notice_event WHERE notice = ? ORDER BY position";
  private static final String TIMER = "SELECT timer FROM notice WHERE number = ?";
  private static final String CURRENT =
      "SELECT number FROM notice WHERE stage < 2 OR changed >= ? ORDER BY changed, number";
  private static final String DRAFT =
      "SELECT number FROM notice WHERE stage = 0 AND person = ? ORDER BY changed DESC LIMIT 1";
  private static final String IDENTIFIED =
      "SELECT number FROM notice WHERE identifier = ? AND identifier <> ''";
  private static final String FORGOTTEN =
      "SELECT n.number FROM notice n WHERE n.stage < 2 AND NOT EXISTS"
          + " (SELECT 1 FROM timer t WHERE t.id = n.timer AND t.due > ?) ORDER BY n.number";
  private static final String SILENCES = "SELECT kind, area, until FROM silence WHERE until > ?";
  private static final byte[] NONE = {};

  private final Dialect dialect;
  private final Seal seal;

  NoticeTable(Dialect dialect, Seal seal) {
    this.dialect = dialect;
    this.seal = seal;
  }

  /** What a turn writes of notices, as rows. */
  record Written(List<Step> steps, List<Object[]> receipts, List<Silence> silences) {
    boolean isEmpty() {
      return steps.isEmpty() && receipts.isEmpty() && silences.isEmpty();
    }
  }

  /** A step with its sealed title and events, and whom it asks. */
  record Step(NoticeStep step, byte[] title, List<Object[]> events, List<Object[]> units) {}

  Written rows(NoticeChanges changes) {
    return new Written(
        changes.steps().stream().map(this::step).toList(),
        changes.receipts().stream().map(receipt -> ReceiptTable.row(receipt, seal)).toList(),
        changes.silences());
  }

  private Step step(NoticeStep step) {
    var title = step.after().content().first().headline();
    return new Step(
        step,
        seal.seal("notice.title", step.number(), title),
        events(step),
        step.asked().stream().map(unit -> ReceiptTable.row(step.number(), unit)).toList());
  }

  private List<Object[]> events(NoticeStep step) {
    var rows = new ArrayList<Object[]>();
    for (NoticeEvent event : step.events()) {
      long position = step.from() + rows.size() + 1;
      rows.add(
          new Object[] {
            step.number(),
            position,
            event.by().at().toEpochMilli(),
            event.by().person().map(PersonId::text).orElse(""),
            seal.seal("notice_event.event", key(step.number(), position), NoticeJson.write(event))
          });
    }
    return rows;
  }

  private static String key(String number, long position) {
    return number + "#" + position;
  }

  /** Goes on with a notice; false when somebody else has gone on from the same event. */
  boolean goOn(Link link, Step rows) throws SQLException {
    var step = rows.step();
    var timer = step.timer().map(Uuids::bytes).orElse(NONE);
    long changed = step.events().getLast().by().at().toEpochMilli();
    if (step.from() > 0) {
      return link.update(
              GO_ON, step.to(), stage(step.after()), timer, changed, step.number(), step.from())
          == 1;
    }
    var content = step.after().content();
    Object[] row = {
      step.number(),
      step.to(),
      stage(step.after()),
      timer,
      changed,
      step.events().getFirst().by().person().map(PersonId::text).orElse(""),
      content.source().map(Reference::identifier).orElse(""),
      urgency(step.after()),
      rows.title()
    };
    return !dialect.insert(link, NOTICE, List.<Object[]>of(row)).isEmpty();
  }

  private static long stage(Notice notice) {
    return switch (notice.stage()) {
      case Notice.Stage.Draft draft -> 0;
      case Notice.Stage.Open open -> 1;
      case Notice.Stage.Over over -> 2;
    };
  }

  private static long urgency(Notice notice) {
    return notice.content().isUrgent() ? 0 : 1;
  }

  /** The events of steps that went on, and what is not to be heard. */
  void insert(Link link, List<Written> written) throws SQLException {
    var events =
        written.stream()
            .flatMap(one -> one.steps().stream())
            .flatMap(step -> step.events().stream())
            .toList();
    if (!events.isEmpty()) {
      dialect.insert(link, EVENT, events);
    }
    for (Written one : written) {
      for (Silence silence : one.silences()) {
        link.update(SILENCE, silence.kind(), silence.area().text(), silence.until().toEpochMilli());
      }
    }
  }

  /** As {@link org.lanshao.turn.Notices#notice}. */
  Optional<KeptNotice> notice(Link link, String number) throws SQLException {
    var events = new ArrayList<NoticeEvent>();
    try (var rows = link.prepare(EVENTS, number).executeQuery()) {
      while (rows.next()) {
        var place = key(number, rows.getLong(1));
        events.add(NoticeJson.read(seal.open("notice_event.event", place, rows.getBytes(2))));
      }
    }
    if (events.isEmpty()) {
      return Optional.empty();
    }
    try (var rows = link.prepare(TIMER, number).executeQuery()) {
      rows.next();
      var timer = rows.getBytes(1);
      return Optional.of(
          new KeptNotice(
              Notice.of(events),
              events.size(),
              timer.length == 0 ? Optional.empty() : Optional.of(Uuids.read(timer))));
    }
  }

  /** As {@link org.lanshao.turn.Notices#current}. */
  List<KeptNotice> current(Link link, Instant since) throws SQLException {
    return all(link, CURRENT, since.toEpochMilli());
  }

  /** As {@link org.lanshao.turn.Notices#draft}. */
  Optional<KeptNotice> draft(Link link, PersonId person) throws SQLException {
    return all(link, DRAFT, person.text()).stream().findFirst();
  }

  /** As {@link org.lanshao.turn.Notices#identified}. */
  Optional<KeptNotice> identified(Link link, String identifier) throws SQLException {
    return all(link, IDENTIFIED, identifier).stream().findFirst();
  }

  private List<KeptNotice> all(Link link, String sql, Object value) throws SQLException {
    var notices = new ArrayList<KeptNotice>();
    for (String number : numbers(link, sql, value)) {
      notice(link, number).ifPresent(notices::add);
    }
    return notices;
  }

  private static List<String> numbers(Link link, String sql, Object value) throws SQLException {
    var numbers = new ArrayList<String>();
    try (var rows = link.prepare(sql, value).executeQuery()) {
      while (rows.next()) {
        numbers.add(rows.getString(1));
      }
    }
    return numbers;
  }

  /** As {@link org.lanshao.turn.Notices#forgotten}. */
  static List<String> forgotten(Link link, Instant now) throws SQLException {
    return numbers(link, FORGOTTEN, now.toEpochMilli());
  }

  /** As {@link org.lanshao.turn.Notices#silences}. */
  static List<Silence> silences(Link link, Instant now) throws SQLException {
    var silences = new ArrayList<Silence>();
    try (var rows = link.prepare(SILENCES, now.toEpochMilli()).executeQuery()) {
      while (rows.next()) {
        silences.add(
            new Silence(
                rows.getString(1),
                new AreaCode(rows.getString(2)),
                Instant.ofEpochMilli(rows.getLong(3))));
      }
    }
    return silences;
  }
}
