package org.lanshao.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.lanshao.channel.Outcome;
import org.lanshao.turn.Outgoing;
import org.lanshao.turn.Outgoing.Claimed;
import org.lanshao.turn.Outgoing.Settlement;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what was committed: claims rows, hands each to its outlet on a virtual thread of its own,
 * and settles what became of it. It wakes on a commit, when a send has ended and when the next row
 * is due. Whatever it cannot settle is claimed again when the lease ends, so a message may go out
 * twice, but none is lost.
 */
public final class Sender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  /** Longer than two calls and two fetched tokens may take. */
  private static final Duration LEASE = Duration.ofSeconds(90);

  private static final int IN_FLIGHT = 16;
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);
  private static final Duration SHORTEST_SLEEP = Duration.ofMillis(50);
  private static final Duration REST = Duration.ofSeconds(1);
  private static final Duration COUNT_EVERY = Duration.ofSeconds(5);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private final Outgoing outgoing;
  private final Outlets outlets;
  private final RetryPolicy policy;
  private final Clock clock;
  private final RandomGenerator random;
  private final MeterRegistry meters;
  private final Semaphore free = new Semaphore(IN_FLIGHT);
  private final Semaphore bell = new Semaphore(0);
  private final AtomicLong waiting = new AtomicLong();
  private final Thread thread = Thread.ofVirtual().name("sender").unstarted(this::run);
  // Of the sender's thread alone.
  private long countAgain = System.nanoTime();
  private volatile boolean stopped;

  /**
   * It does nothing until it is started.
   *
   * @param random for jitter; fit for many threads
   */
  public Sender(
      Outgoing outgoing,
      Outlets outlets,
      RetryPolicy policy,
      Clock clock,
      RandomGenerator random,
      MeterRegistry meters) {
    this.outgoing = outgoing;
    this.outlets = outlets;
    this.policy = policy;
    this.clock = clock;
    this.random = random;
    this.meters = meters;
    Gauge.builder("lanshao.outbox.waiting", waiting, AtomicLong::get)
        .description("Messages neither accepted nor refused, when last looked")
        .register(meters);
  }

  /** Begins to send. */
  public void start() {
    outgoing.onCommitted(this::wake);
    thread.start();
  }

  /** Looks for due rows now, also when the clock was moved. Any thread may call it. */
  public void wake() {
    if (bell.availablePermits() == 0) {
      bell.release();
    }
  }

  private void run() {
    while (!stopped) {
      try {
        if (sendDue() == 0) {
          count();
          sleep(untilDue());
        }
      } catch (Unavailable e) {
        LOG.atWarn().addKeyValue("code", e.code()).log("outbox unavailable");
        sleep(REST);
      }
    }
  }

  /** Claims as much as may be in flight and sends it; returns how much. */
  private int sendDue() throws Unavailable {
    int room = free.availablePermits();
    if (room == 0) {
      return 0;
    }
    List<Claimed> claimed = outgoing.claim(room, LEASE);
    for (Claimed row : claimed) {
      free.acquireUninterruptibly();
      Thread.ofVirtual().name("send-", row.claim()).start(() -> sendOne(row));
    }
    return claimed.size();
  }

  private void sendOne(Claimed row) {
    try {
      Outcome outcome = outlets.send(row.channel(), row.message());
      settle(row, policy.settle(row.attempt(), outcome, clock.instant(), random));
    } finally {
      free.release();
      wake();
    }
  }

  private void settle(Claimed row, Settlement settlement) {
    try {
      boolean held = outgoing.settle(row.message().id(), row.claim(), settlement);
      note(row, settlement, held);
    } catch (Unavailable e) {
      LOG.atWarn()
          .addKeyValue("message", row.message().id())
          .addKeyValue("code", e.code())
          .log("send not settled, it will be repeated");
    }
  }

  private void note(Claimed row, Settlement settlement, boolean held) {
    String code = code(settlement);
    String result = settlement.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    meters
        .counter(
            "lanshao.outbox.sent", "channel", row.channel().text(), "result", result, "code", code)
        .increment();
    LOG.atInfo()
        .addKeyValue("message", row.message().id())
        .addKeyValue("channel", row.channel())
        .addKeyValue("attempt", row.attempt())
        .addKeyValue("result", result)
        .addKeyValue("code", code)
        .addKeyValue("platform_code", platformCode(settlement))
        .addKeyValue("held", held)
        .log("sent");
  }

  private static String code(Settlement settlement) {
    return switch (settlement) {
      case Settlement.Accepted accepted -> "ok";
      case Settlement.Again again -> again.code();
      case Settlement.Refused refused -> refused.code();
    };
  }

  private static String platformCode(Settlement settlement) {
    return switch (settlement) {
      case Settlement.Accepted accepted -> "";
      case Settlement.Again again -> again.platformCode();
      case Settlement.Refused refused -> refused.platformCode();
    };
  }

  /** Counts what waits, but not after every message. */
  private void count() throws Unavailable {
    long now = System.nanoTime();
    if (now - countAgain >= 0) {
      waiting.set(outgoing.waiting());
      countAgain = now + COUNT_EVERY.toNanos();
    }
  }

  private Duration untilDue() throws Unavailable {
    if (free.availablePermits() == 0) {
      return LONGEST_SLEEP;
    }
    Instant now = clock.instant();
    Duration until =
        outgoing.nextDue().map(due -> Duration.between(now, due)).orElse(LONGEST_SLEEP);
    return until.compareTo(SHORTEST_SLEEP) < 0
        ? SHORTEST_SLEEP
        : until.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : until;
  }

  private void sleep(Duration duration) {
    try {
      bell.tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopped = true;
    }
  }

  /** Takes no more and lets what is in flight end, for a limited time. */
  @Override
  public void close() {
    stopped = true;
    wake();
    try {
      if (thread.getState() != Thread.State.NEW) {
        thread.join(STOP_WITHIN);
      }
      if (free.tryAcquire(IN_FLIGHT, STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        free.release(IN_FLIGHT);
      } else {
        LOG.atWarn()
            .addKeyValue("in_flight", IN_FLIGHT - free.availablePermits())
            .log("stopped while sending");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
