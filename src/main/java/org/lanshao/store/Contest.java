package org.lanshao.store;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lanshao.turn.AlertStep;

/**
 * Lets only one of several turns make what only one can: a change of the directory or register, a
 * revision, a version of a matter, a step of an alert, notice or campaign. Turns are looked at in
 * the order of what they want, so that two nodes that meet wait for each other in one order.
 */
final class Contest {
  private final Tables tables;

  Contest(Tables tables) {
    this.tables = tables;
  }

  /** Takes those out whose changes somebody else was faster with, and their rows back. */
  void settle(Link link, List<Work.Turn> turns, BitSet won) throws SQLException {
    turnAwayOvertaken(link, turns, won);
    turnAwayOutdated(link, turns, won);
    turnAwayAlerts(link, turns, won);
    turnAwayTelling(link, turns, won);
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

  /**
   * Takes those out that go on with a notice or campaign as it was before somebody else did, or go
   * by it that something is asked which was confirmed or is over.
   */
  private void turnAwayTelling(Link link, List<Work.Turn> turns, BitSet won) throws SQLException {
    var telling =
        won.stream()
            .boxed()
            .filter(i -> turns.get(i).rows().isTelling())
            .sorted(inOrder(turns))
            .toList();
    NoticeTable.hold(link, telling.stream().flatMap(i -> turns.get(i).rows().notices().numbers()));
    for (int i : telling) {
      var rows = turns.get(i).rows();
      if (!goOn(link, rows)) {
        takeBack(link, rows);
        turnAway(link, turns, i, won);
      }
    }
  }

  /** The same order in all transactions, so that none waits for another that waits for it. */
  private static Comparator<Integer> inOrder(List<Work.Turn> turns) {
    return Comparator.<Integer, Boolean>comparing(i -> turns.get(i).rows().beginning().isEmpty())
        .thenComparing(i -> first(turns.get(i).rows()));
  }

  private static String first(Rows rows) {
    return Stream.concat(
            rows.notices().numbers(), rows.campaigns().stream().map(row -> (String) row[0]))
        .findFirst()
        .orElseThrow();
  }

  /** Goes on with all notices and campaigns of a turn, or with none. */
  private boolean goOn(Link link, Rows rows) throws SQLException {
    link.run("SAVEPOINT telling");
    boolean first = goOnAll(link, rows);
    link.run(first ? "RELEASE SAVEPOINT telling" : "ROLLBACK TO SAVEPOINT telling");
    return first;
  }

  private boolean goOnAll(Link link, Rows rows) throws SQLException {
    if (rows.beginning().isPresent() && !tables.campaigns().begin(link, rows.beginning().get())) {
      return false;
    }
    if (!ReceiptTable.areAsked(link, rows.notices().stillAsked())) {
      return false;
    }
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
    confirm(link, rows);
    return true;
  }

  /** At once, so that those behind it in this transaction know. */
  private void confirm(Link link, Rows rows) throws SQLException {
    if (!rows.notices().stillAsked().isEmpty()) {
      tables.receipts().insert(link, List.of(rows.notices()));
    }
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
}
