package org.lanshao.pace;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.lanshao.channel.Spend;
import org.lanshao.turn.Lane;

/**
 * When messages will leave, known before any of them does: computed from what the buckets hold now
 * and from what waits before them, for all lanes but {@link Lane#EMERGENCY}. As senders have it,
 * what spends from the same narrow bucket leaves one after the other, so that who is written to a
 * lot does not hold up the others.
 */
final class Forecast {
  private final Function<Spend, Gate> gates;
  private final Map<String, Row> bucketToRow = new HashMap<>();
  private long places;

  /**
   * Of nothing yet.
   *
   * @param gates how a bucket stands; the same for the same bucket
   */
  Forecast(Function<Spend, Gate> gates) {
    this.gates = gates;
  }

  /**
   * How long each message waits for its turn.
   *
   * @param before what leaves before them where it spends from the same buckets
   * @param messages what each of them spends, the narrowest first, in the order in which they are
   *     written
   * @return as many as there are messages, in that order; zero for what leaves at once
   */
  List<Duration> waits(List<Pace.Line> before, List<List<Spend>> messages) {
    for (Pace.Line line : before) {
      for (long i = 0; i < line.count(); i++) {
        add(line.spends());
      }
    }
    var asked = messages.stream().map(this::add).toList();
    run();
    return asked.stream().map(message -> message.leaves).toList();
  }

  private Message add(List<Spend> spends) {
    var message = new Message(places++, spends.stream().map(gates).toList());
    if (!spends.isEmpty()) {
      var bucket = spends.getFirst().bucket();
      bucketToRow.computeIfAbsent(bucket, b -> new Row()).line.add(message);
    }
    return message;
  }

  /** Whoever is first of a row asks; the wide gates see all in the order of time. */
  private void run() {
    var rows =
        new PriorityQueue<Row>(
            Comparator.<Row, Duration>comparing(row -> row.ask)
                .thenComparing(row -> row.line.getFirst().place));
    rows.addAll(bucketToRow.values());
    while (!rows.isEmpty()) {
      var row = rows.remove();
      row.step();
      if (!row.line.isEmpty()) {
        rows.add(row);
      }
    }
  }

  /** What spends from the same narrow bucket. */
  private static final class Row {
    private final Deque<Message> line = new ArrayDeque<>();
    private Duration ask = Duration.ZERO;

    /** Its first leaves, or asks again when its narrow bucket will be ready. */
    void step() {
      var ready = line.getFirst().gates.getFirst().ready(ask);
      if (ready.equals(ask)) {
        ask = line.removeFirst().pass(ask);
      } else {
        ask = ready;
      }
    }
  }

  /** A message and what it passes, the narrowest first. */
  private static final class Message {
    private final long place;
    private final List<Gate> gates;
    private Duration leaves = Duration.ZERO;

    Message(long place, List<Gate> gates) {
      this.place = place;
      this.gates = gates;
    }

    /** The narrow gate, which is ready, waits for the wide ones. */
    Duration pass(Duration ask) {
      leaves = ask;
      for (Gate wide : gates.subList(1, gates.size())) {
        leaves = wide.pass(leaves);
      }
      leaves = gates.getFirst().pass(leaves);
      return leaves;
    }
  }
}
