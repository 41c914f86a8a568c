package org.lanshao.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
  private final Contest contest;
  private final Dependents dependents;

  Batch(Tables tables) {
    this.tables = tables;
    this.contest = new Contest(tables);
    this.dependents = new Dependents(tables);
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
        case Work.Rest<?> rest -> rest.write(link);
      }
    }
  }

  private void writeTurns(Link link, List<Work.Turn> turns) throws SQLException {
    turns.sort(BY_KEY);
    var won = tables.turns().insert(link, turns.stream().map(w -> w.rows().row()).toList());
    won.stream().forEach(i -> turns.get(i).outcome(new Committed.Done()));
    contest.settle(link, turns, won);
    var winners = won.stream().mapToObj(i -> turns.get(i).rows()).toList();
    dependents.write(link, winners);
    for (int i = won.nextClearBit(0); i < turns.size(); i = won.nextClearBit(i + 1)) {
      turns.get(i).outcome(lost(link, turns.get(i).rows()));
    }
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
        tables.timers().onCommitted(turn.rows().timers());
      }
      work.onCommitted();
    }
  }
}
