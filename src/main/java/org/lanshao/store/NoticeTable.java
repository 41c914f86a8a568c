package org.lanshao.store;

import static org.lanshao.store.Insert.bytes;
import static org.lanshao.store.Insert.text;
import static org.lanshao.store.Insert.whole;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.lanshao.turn.Notices.Asked;

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
  private static final String GO_ON =
      "UPDATE notice SET length = ?, stage = ?, timer = ?, changed = ?"
          + " WHERE number = ? AND length = ?";
  private static final String HOLD = "UPDATE notice SET length = length WHERE number = ?";
  private static final String SILENCE =
      "INSERT INTO silence (kind, area, until) VALUES (?, ?, ?)"
          + " ON CONFLICT (kind, area) DO UPDATE SET until = excluded.until";
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

  private final Dialect dialect;
  private final Seal seal;
  private final EventTable<NoticeEvent> events;

  NoticeTable(Dialect dialect, Seal seal) {
    this.dialect = dialect;
    this.seal = seal;
    this.events =
        new EventTable<>(
            dialect,
            seal,
            new EventTable.Kind<>(
                "notice_event", "notice", NoticeEvent::by, NoticeJson::write, NoticeJson::read));
  }

  /** What a turn writes of notices, as rows. */
  record Written(
      List<Step> steps, List<Object[]> receipts, List<Silence> silences, List<Asked> stillAsked) {
    boolean isEmpty() {
      return steps.isEmpty() && receipts.isEmpty() && silences.isEmpty();
    }

    /** The numbers of what it goes on with, then of what else it has to do with. */
    Stream<String> numbers() {
      return Stream.of(
              steps.stream().map(one -> one.step().number()),
              stillAsked.stream().map(Asked::number),
              receipts.stream().map(row -> (String) row[0]))
          .flatMap(one -> one);
    }
  }

  /** A step with its sealed title and events, and whom it asks. */
  record Step(NoticeStep step, byte[] title, List<Object[]> events, List<Object[]> units) {}

  Written rows(NoticeChanges changes) {
    return new Written(
        Tables.each(changes.steps(), this::step),
        Tables.each(changes.receipts(), receipt -> ReceiptTable.row(receipt, seal)),
        changes.silences(),
        changes.stillAsked());
  }

  private Step step(NoticeStep step) {
    var title = step.after().content().first().headline();
    return new Step(
        step,
        seal.seal("notice.title", step.number(), title),
        events.rows(step.number(), step.from(), step.events()),
        step.asked().stream().map(unit -> ReceiptTable.row(step.number(), unit)).toList());
  }

  /** Whoever has to do with one of these at the same time waits for this, or this for them. */
  static void hold(Link link, Stream<String> numbers) throws SQLException {
    for (String number : numbers.distinct().sorted().toList()) {
      link.update(HOLD, number);
    }
  }

  /** Goes on with a notice; false when somebody else has gone on from the same event. */
  boolean goOn(Link link, Step rows) throws SQLException {
    var step = rows.step();
    var timer = Uuids.bytes(step.timer());
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
    var happened =
        written.stream()
            .flatMap(one -> one.steps().stream())
            .flatMap(step -> step.events().stream())
            .toList();
    events.insert(link, happened);
    for (Written one : written) {
      for (Silence silence : one.silences()) {
        link.update(SILENCE, silence.kind(), silence.area().text(), silence.until().toEpochMilli());
      }
    }
  }

  /** As {@link org.lanshao.turn.Notices#notice}. */
  Optional<KeptNotice> notice(Link link, String number) throws SQLException {
    var happened = events.of(link, number);
    if (happened.isEmpty()) {
      return Optional.empty();
    }
    try (var rows = link.prepare(TIMER, number).executeQuery()) {
      rows.next();
      return Optional.of(
          new KeptNotice(
              Notice.of(happened), happened.size(), Uuids.readOptional(rows.getBytes(1))));
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
    for (String number : link.texts(sql, value)) {
      notice(link, number).ifPresent(notices::add);
    }
    return notices;
  }

  /** As {@link org.lanshao.turn.Notices#forgotten}. */
  static List<String> forgotten(Link link, Instant now) throws SQLException {
    return link.texts(FORGOTTEN, now.toEpochMilli());
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
