package org.lanshao.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.lanshao.turn.Outgoing;
import org.lanshao.turn.Outgoing.Claimed;
import org.lanshao.turn.Outgoing.Settled;
import org.lanshao.turn.Outgoing.Settlement;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what became of messages, those that ended while the last were written all together. What
 * cannot be written is sent again when its lease ends.
 */
final class Settling implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

  /** More than these wait outside, and keep their connections. */
  private static final int WAITING = 256;

  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final BlockingQueue<Ended> ended = new ArrayBlockingQueue<>(WAITING);
  private final Outgoing outgoing;
  private final Runnable onSettled;
  private final MeterRegistry meters;
  private final Thread thread = Thread.ofVirtual().name("settling").unstarted(this::run);
  private volatile boolean stopped;

  /**
   * It does nothing until it is started.
   *
   * @param onSettled what waited behind these may now be claimed
   */
  Settling(Outgoing outgoing, Runnable onSettled, MeterRegistry meters) {
    this.outgoing = outgoing;
    this.onSettled = onSettled;
    this.meters = meters;
  }

  private record Ended(Claimed row, Settlement settlement) {
    Settled settled() {
      return new Settled(row.message().id(), row.claim(), settlement);
    }
  }

  void start() {
    thread.start();
  }

  /** Has it written soon; waits where too much waits. */
  void add(Claimed row, Settlement settlement) {
    try {
      ended.put(new Ended(row, settlement));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!stopped || !ended.isEmpty()) {
        var first = ended.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          settle(first);
        }
      }
    } catch (InterruptedException e) {
      LOG.warn("the settling of messages was interrupted");
    }
  }

  private void settle(Ended first) {
    var all = new ArrayList<Ended>();
    all.add(first);
    ended.drainTo(all);
    try {
      var held = outgoing.settle(all.stream().map(Ended::settled).toList());
      onSettled.run();
      all.forEach(one -> note(one, held));
    } catch (Unavailable | RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("messages", all.size())
          .addKeyValue("code", e instanceof Unavailable away ? away.code() : e.getClass().getName())
          .log("sends not settled, they will be repeated");
    }
  }

  private void note(Ended one, Set<UUID> held) {
    Claimed row = one.row();
    String code = code(one.settlement());
    String result = one.settlement().getClass().getSimpleName().toLowerCase(Locale.ROOT);
    meters
        .counter(
            "lanshao.outbox.sent", "channel", row.channel().text(), "result", result, "code", code)
        .increment();
    LOG.atInfo()
        .addKeyValue("message", row.message().id())
        .addKeyValue("channel", row.channel())
        .addKeyValue("lane", row.lane())
        .addKeyValue("attempt", row.attempt())
        .addKeyValue("result", result)
        .addKeyValue("code", code)
        .addKeyValue("platform_code", platformCode(one.settlement()))
        .addKeyValue("held", held.contains(row.message().id()))
        .log("sent");
  }

  private static String code(Settlement settlement) {
    return switch (settlement) {
      case Settlement.Accepted accepted -> accepted.undelivered().isEmpty() ? "ok" : "in_part";
      case Settlement.Again again -> again.code();
      case Settlement.Paced paced -> "paced";
      case Settlement.Expired expired -> "expired";
      case Settlement.Refused refused -> refused.code();
    };
  }

  private static String platformCode(Settlement settlement) {
    return switch (settlement) {
      case Settlement.Again again -> again.platformCode();
      case Settlement.Refused refused -> refused.platformCode();
      default -> ""; // no platform said anything
    };
  }

  /** Writes what waits, for a limited time. */
  @Override
  public void close() {
    stopped = true;
    try {
      if (thread.getState() != Thread.State.NEW && !thread.join(STOP_WITHIN)) {
        LOG.atWarn().addKeyValue("messages", ended.size()).log("stopped with sends not settled");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
