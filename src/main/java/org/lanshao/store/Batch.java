package org.lanshao.store;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lanshao.turn.AlertStep;
import org.lanshao.turn.Committed;

/**
 * Writes taken work in one transaction: turns first, in the order of their keys, then changes of
 * the directory and revisions that only one can make, then what depends on those that won, then the
 * rest. Two nodes that meet in a key wait for each other in one order.
 */
final class Batch {
  private static final Comparator<Work.Turn> BY_KEY =
      Comparator.comparing((Work.Turn w) -> (String) w.rows().row()[0])
          .thenComparing(w -> w.rows().turn().seq());

  private final Tables tables;

  Batch(Tables tables) {
    this.tables = tables;
  }

  /** Writes and leaves the commit to the caller. */
  void write(Link link, List<Work<?>> taken) throws SQLException {
    var turns = new ArrayList<Work.Turn>(taken.size());
    for (var work : taken) {
      if (work instanceof Work.Turn turn) {
        turns.add(turn);
      }
    }
    if (!turns.isEmpty()) {
      writeTurns(link, turns);
    }
    for (var work : taken) {
      switch (work) {
        case Work.Turn turn -> {}
        case Work.Small<?> small -> small.write(link);
        case Work.Alone<?> alone -> alone.write(link);
      }
    }
  }

  private void writeTurns(Link link, List<Work.Turn> turns) throws SQLException {
    turns.sort(BY_KEY);
    var won = tables.turns().insert(link, turns.stream().map(w -> w.rows().row()).toList());
    won.stream().forEach(i -> turns.get(i).outcome(new Committed.Done()));
    turnAwayOvertaken(link, turns, won);
    turnAwayOutdated(link, turns, won);
    var winners = won.stream().mapToObj(i -> turns.get(i).rows()).toList();
    writeDependents(link, winners);
    for (int i = won.nextClearBit(0); i < turns.size(); i = won.nextClearBit(i + 1)) {
      turns.get(i).outcome(lost(link, turns.get(i).rows()));
    }
  }

  /**
   * Takes those out that change a directory or register which somebody else has changed in the
   * meantime.
   */
  private void turnAwayOvertaken(Link link, List<Work.Turn> turns, BitSet won) throws SQLException {
    for (int i : won.stream().toArray()) {
      var rows = turns.get(i).rows();
      if (rows.directory().isPresent()
          && !tables.directory().insert(link, rows.directory().get())) {
        tables.turns().delete(link, rows.row());
        won.clear(i);
      } else if (rows.register().isPresent()
          && !tables.register().insert(link, rows.register().get())) {
        takeBackDirectory(link, rows);
        tables.turns().delete(link, rows.row());
        won.clear(i);
      }
    }
  }

  private void takeBackDirectory(Link link, Rows rows) throws SQLException {
    if (rows.directory().isPresent()) {
      tables.directory().delete(link, rows.directory().get());
    }
  }

  /**
   * Takes those out that change a record or a matter which somebody else has changed in the
   * meantime.
   */
  private void turnAwayOutdated(Link link, List<Work.Turn> turns, BitSet won) throws SQLException {
    var guarded =
        won.stream()
            .boxed()
            .filter(i -> turns.get(i).rows().isGuarded())
            .sorted(Comparator.comparing(i -> key(turns.get(i).rows()), Arrays::compareUnsigned))
            .toList();
    for (int i : guarded) {
      if (!isFirst(link, turns.get(i).rows())) {
        turnAway(link, turns, i, won);
      }
    }
    turnAwayAlerts(link, turns, won);
    turnAwayTelling(link, turns, won);
  }

  /** Takes those out that go on with an alert as it was before somebody else did. */
  private void turnAwayAlerts(Link link, List<Work.Turn> turns, BitSet won) throws SQLException {
    var alerting =
        won.stream()
            .boxed()
            .filter(i -> turns.get(i).rows().alerts().step().isPresent())
            .sorted(Comparator.comparing(i -> step(turns.get(i).rows()).number()))
            .toList();
    for (int i : alerting) {
      var rows = turns.get(i).rows();
      if (!tables.alerts().goOn(link, step(rows))) {
        takeBack(link, rows);
        turnAway(link, turns, i, won);
      }
    }
  }

  /** Takes those out that go on with a notice or campaign as it was before somebody else did. */
  private void turnAwayTelling(Link link, List<Work.Turn> turns, BitSet won) throws SQLException {
    var telling =
        won.stream()
            .boxed()
            .filter(i -> turns.get(i).rows().isTelling())
            .sorted(Comparator.comparing(i -> first(turns.get(i).rows())))
            .toList();
    for (int i : telling) {
      var rows = turns.get(i).rows();
      if (!goOn(link, rows)) {
        takeBack(link, rows);
        turnAway(link, turns, i, won);
      }
    }
  }

  private static String first(Rows rows) {
    return rows.notices().steps().isEmpty()
        ? (String) rows.campaigns().getFirst()[0]
        : rows.notices().steps().getFirst().step().number();
  }

  /** Goes on with all notices and campaigns of a turn, or with none. */
  private boolean goOn(Link link, Rows rows) throws SQLException {
    link.run("SAVEPOINT telling");
    boolean first = goOnAll(link, rows);
    link.run(first ? "RELEASE SAVEPOINT telling" : "ROLLBACK TO SAVEPOINT telling");
    return first;
  }

  private boolean goOnAll(Link link, Rows rows) throws SQLException {
    for (var step : rows.notices().steps()) {
      if (!tables.notices().goOn(link, step)) {
        return false;
      }
    }
    for (var campaign : rows.campaigns()) {
      if (!tables.campaigns().insert(link, campaign)) {
        return false;
      }
    }
    return true;
  }

  private void turnAway(Link link, List<Work.Turn> turns, int i, BitSet won) throws SQLException {
    var rows = turns.get(i).rows();
    tables.turns().delete(link, rows.row());
    takeBackDirectory(link, rows);
    if (rows.register().isPresent()) {
      tables.register().delete(link, rows.register().get());
    }
    won.clear(i);
  }

  private static AlertStep step(Rows rows) {
    return rows.alerts().step().orElseThrow().step();
  }

  private void takeBack(Link link, Rows rows) throws SQLException {
    takeBack(link, rows.revisions(), rows.matters());
    for (var day : rows.days()) {
      StationDayTable.delete(link, day[3]);
    }
  }

  private void takeBack(Link link, List<Rows.Filing> revisions, List<Object[]> matters)
      throws SQLException {
    for (var matter : matters) {
      tables.matters().delete(link, matter);
    }
    for (var revision : revisions) {
      tables.revisions().delete(link, revision.row());
    }
  }

  /** What two turns that want the same have in common. */
  private static byte[] key(Rows rows) {
    if (!rows.matters().isEmpty()) {
      return ((String) rows.matters().getFirst()[0]).getBytes(StandardCharsets.UTF_8);
    }
    return rows.revisions().isEmpty()
        ? StationDayTable.key(rows.days().getFirst())
        : (byte[]) rows.revisions().getFirst().row()[0];
  }

  /** Writes all revisions, matters and stations' days of a turn, or none. */
  private boolean isFirst(Link link, Rows rows) throws SQLException {
    if (!revise(link, rows)) {
      return false;
    }
    for (int i = 0; i < rows.matters().size(); i++) {
      if (!tables.matters().insert(link, rows.matters().get(i))) {
        takeBack(link, rows.revisions(), rows.matters().subList(0, i));
        return false;
      }
    }
    for (var day : rows.days()) {
      if (!tables.days().insert(link, day)) {
        takeBack(link, rows);
        return false;
      }
    }
    return true;
  }

  /** All revisions of a turn, or none. */
  private boolean revise(Link link, Rows rows) throws SQLException {
    var revisions = rows.revisions();
    for (int i = 0; i < revisions.size(); i++) {
      if (!tables.revisions().insert(link, revisions.get(i).row())) {
        takeBack(link, revisions.subList(0, i), List.of());
        return false;
      }
    }
    return true;
  }

  private void writeAlerts(Link link, List<Rows> winners) throws SQLException {
    var alerts = winners.stream().map(Rows::alerts).toList();
    tables
        .alerts()
        .insert(
            link,
            alerts.stream()
                .flatMap(one -> one.step().stream())
                .flatMap(step -> step.events().stream())
                .toList(),
            alerts.stream().flatMap(one -> one.seen().stream()).toList());
  }

  private void writeNotices(Link link, List<Rows> winners) throws SQLException {
    var notices = winners.stream().map(Rows::notices).filter(one -> !one.isEmpty()).toList();
    if (!notices.isEmpty()) {
      tables.notices().insert(link, notices);
      tables.receipts().insert(link, notices);
    }
  }

  private void writeDependents(Link link, List<Rows> winners) throws SQLException {
    tables.timers().move(link, all(winners, Rows::moves));
    var timers = all(winners, Rows::timers);
    if (!timers.isEmpty()) {
      tables.timers().insert(link, timers);
    }
    var filings = all(winners, Rows::filings);
    if (!filings.isEmpty()) {
      writeFilings(link, filings);
    }
    writeAlerts(link, winners);
    writeNotices(link, winners);
    var listed = all(winners, Rows::listed);
    if (!listed.isEmpty()) {
      tables.campaigns().list(link, listed);
    }
    writeOutgoing(link, winners);
    var media = all(winners, Rows::media);
    if (!media.isEmpty()) {
      tables.media().insert(link, media);
    }
    for (var rows : winners) {
      if (rows.register().isPresent()) {
        tables.register().insert(link, rows.register().get().edits());
      }
      if (rows.season().isPresent()) {
        SeasonTable.declare(link, rows.season().get());
      }
    }
    var dropped = winners.stream().flatMap(r -> r.dropped().stream()).toList();
    if (!dropped.isEmpty()) {
      tables.media().drop(link, dropped);
    }
  }

  /** What a turn ends are the messages of those before it, never its own. */
  private void writeOutgoing(Link link, List<Rows> winners) throws SQLException {
    var outgoing = new ArrayList<Object[]>();
    for (var rows : winners) {
      if (!rows.ended().isEmpty()) {
        tables.outgoing().insert(link, outgoing);
        outgoing.clear();
        for (var cause : rows.ended()) {
          OutgoingTable.cancel(link, cause);
        }
      }
      outgoing.addAll(rows.outgoing());
    }
    tables.outgoing().insert(link, outgoing);
    for (var rows : winners) {
      tables.outgoing().again(link, rows.again());
    }
  }

  private void writeFilings(Link link, List<Rows.Filing> filings) throws SQLException {
    var submissions = filings.stream().filter(Rows.Filing::first).map(Rows.Filing::row).toList();
    if (!submissions.isEmpty()) {
      tables.submissions().insert(link, submissions);
    }
    tables.entries().insert(link, filings);
    MetTable.insert(tables.register().dialect(), link, filings);
    for (var filing : filings) {
      if (!filing.first()) {
        tables.entries().takeBack(link, filing);
        if (filing.daily().isEmpty()) {
          StationDayTable.delete(link, filing.row()[0]);
        }
      }
    }
  }

  /** What all turns of a batch have of a kind; most have none. */
  private static <T> List<T> all(List<Rows> winners, Function<Rows, List<T>> kind) {
    var all = new ArrayList<T>();
    for (var rows : winners) {
      all.addAll(kind.apply(rows));
    }
    return all;
  }

  private Committed lost(Link link, Rows rows) throws SQLException {
    var channel = rows.turn().conversation().channel().text();
    Optional<Committed.Duplicate> handled =
        tables.turns().handled(link, channel, rows.turn().messageId());
    return handled.isPresent() ? handled.get() : new Committed.Overtaken();
  }

  /** Hands over the answers; the transaction is durable. */
  void onCommitted(List<Work<?>> taken) {
    for (var work : taken) {
      if (work instanceof Work.Turn turn) {
        tables.entries().onCommitted(turn.rows().filings());
        tables.media().onCommitted(turn.rows().media());
      }
      work.onCommitted();
    }
  }
}
