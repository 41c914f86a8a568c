package org.lanshao.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lanshao.turn.Lane;
import org.lanshao.turn.Outgoing.Settlement;

/** What the outbox should do, in lists and loops. */
final class OutboxModel {
  private static final long LONG_WAIT = 60;
  private static final int PATIENT_TRIES = 3;

  /** In the order of their commits. */
  private final List<Row> rows = new ArrayList<>();

  /** Where a row stands. */
  enum State {
    WAITS,
    ENDED,
    CANCELLED
  }

  /** Messages of one lane to one target. */
  record Line(String target, Lane lane) {}

  /** One message. */
  static final class Row {
    final String once;
    final Line line;
    final String cause;
    State state = State.WAITS;
    Instant due;
    boolean aside;
    int attempt;
    long claims;

    /** Nothing was written about the last claim. */
    boolean unsettled;

    /** Somebody still has the time to write it. */
    boolean held;

    Row(String once, Line line, String cause, Instant due) {
      this.once = once;
      this.line = line;
      this.cause = cause;
      this.due = due;
    }
  }

  Row send(String once, Line line, String cause, Instant now) {
    var row = new Row(once, line, cause, now);
    rows.add(row);
    return row;
  }

  /** Whom a claim must get. */
  List<Row> claim(Lane last, int limit, boolean lost, Instant now) {
    var claimed = new ArrayList<Row>();
    for (Lane lane : Lane.values()) {
      if (lane.compareTo(last) <= 0) {
        claimable(lane, now).limit(limit - claimed.size()).forEach(claimed::add);
      }
    }
    claimed.forEach(
        row -> {
          row.claims++;
          row.attempt++;
          row.unsettled = true;
          row.held = !lost;
        });
    return claimed;
  }

  /** Those that are due longest first. */
  private Stream<Row> claimable(Lane lane, Instant now) {
    return rows.stream()
        .filter(row -> row.line.lane() == lane && isFree(row, now))
        .sorted(Comparator.comparing(row -> row.due))
        .toList()
        .stream();
  }

  private boolean isFree(Row row, Instant now) {
    boolean first =
        waiting(row.line)
            .takeWhile(before -> before != row)
            .allMatch(before -> before.aside && before.due.isAfter(now));
    boolean lineIsFree = waiting(row.line).noneMatch(other -> other.held);
    return row.state == State.WAITS && !row.due.isAfter(now) && first && lineIsFree;
  }

  private Stream<Row> waiting(Line line) {
    return rows.stream().filter(row -> row.line.equals(line) && row.state == State.WAITS);
  }

  /** Whether a settlement must count. */
  boolean settle(Row row, long claim, Settlement settlement, Instant now) {
    boolean counts = row.claims == claim && row.unsettled && row.state != State.ENDED;
    if (!counts) {
      return false;
    }
    row.unsettled = false;
    row.held = false;
    switch (settlement) {
      case Settlement.Accepted accepted -> row.state = State.ENDED;
      case Settlement.Expired expired -> end(row);
      case Settlement.Refused refused -> end(row);
      case Settlement.Again again -> putBack(row, again.at(), now);
      case Settlement.Paced paced -> pace(row, paced.at());
    }
    return true;
  }

  private static void end(Row row) {
    row.state = row.state == State.CANCELLED ? State.CANCELLED : State.ENDED;
  }

  private static void putBack(Row row, Instant at, Instant now) {
    row.due = at;
    row.aside |= row.attempt >= PATIENT_TRIES || at.isAfter(now.plusSeconds(LONG_WAIT));
  }

  private void pace(Row row, Instant at) {
    row.attempt--;
    row.due = at;
    waiting(row.line)
        .filter(other -> !other.unsettled && other.due.isBefore(at))
        .forEach(other -> other.due = at);
  }

  void cancel(String cause) {
    rows.stream()
        .filter(row -> row.cause.equals(cause) && row.state == State.WAITS)
        .forEach(row -> row.state = State.CANCELLED);
  }
}
