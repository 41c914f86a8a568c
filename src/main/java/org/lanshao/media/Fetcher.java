package org.lanshao.media;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.lanshao.turn.MediaRows;
import org.lanshao.turn.MediaRows.Claimed;
import org.lanshao.turn.MediaRows.Settlement;
import org.lanshao.turn.MediaRows.Waiting;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets what people sent: claims rows, tries each on a virtual thread of its own, and settles what
 * became of it. It wakes on a commit, when a try has ended and when the next row is due. Whatever
 * it cannot settle is claimed again when the lease ends, here or on another node; the same bytes
 * then find themselves kept already.
 */
public final class Fetcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);

  /** Longer than two calls and two fetched tokens may take, and the disk. */
  private static final Duration LEASE = Duration.ofMinutes(3);

  /** Each holds a file several times in memory while it is sealed and read back. */
  private static final int AT_ONCE = 2;

  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);
  private static final Duration SHORTEST_SLEEP = Duration.ofMillis(50);
  private static final Duration REST = Duration.ofSeconds(1);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private final MediaRows rows;
  private final Fetching fetching;
  private final Apologies apologies;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final Semaphore bell = new Semaphore(0);
  private final Thread thread = Thread.ofVirtual().name("fetcher").unstarted(this::run);
  private volatile Waiting waiting = new Waiting(0, Optional.empty());
  private volatile boolean stopped;

  /** It does nothing until it is started. */
  public Fetcher(
      MediaRows rows, Fetching fetching, Apologies apologies, Clock clock, MeterRegistry meters) {
    this.rows = rows;
    this.fetching = fetching;
    this.apologies = apologies;
    this.clock = clock;
    this.meters = meters;
    Gauge.builder("lanshao.media.waiting", this, fetcher -> fetcher.waiting.count())
        .description("Pictures and files neither kept nor refused, when last counted")
        .register(meters);
    Gauge.builder("lanshao.media.oldest", this, Fetcher::age)
        .description("How long the oldest of them has waited")
        .baseUnit("seconds")
        .register(meters);
  }

  /** Begins to fetch. */
  public void start() {
    rows.onCommitted(this::wake);
    thread.start();
  }

  /** Looks for due rows now. Any thread may call it. */
  public void wake() {
    if (bell.availablePermits() == 0) {
      bell.release();
    }
  }

  private double age() {
    return waiting
        .oldest()
        .map(o -> Duration.between(o, clock.instant()).toMillis() / 1e3)
        .orElse(0.0);
  }

  private void run() {
    while (!stopped) {
      try {
        if (fetchDue() == 0) {
          sleep(untilDue());
        }
      } catch (Unavailable e) {
        LOG.atWarn().addKeyValue("code", e.code()).log("media unavailable");
        sleep(REST);
      }
    }
  }

  /** Claims as much as may be fetched at once; returns how much. */
  private int fetchDue() throws Unavailable {
    int room = free.availablePermits();
    if (room == 0) {
      return 0;
    }
    List<Claimed> claimed = rows.claim(room, LEASE);
    for (Claimed row : claimed) {
      free.acquireUninterruptibly();
      Thread.ofVirtual().name("fetch-", row.claim()).start(() -> fetchOne(row));
    }
    return claimed.size();
  }

  private void fetchOne(Claimed row) {
    try {
      Settlement settlement = fetching.fetch(row, clock.instant());
      boolean held = rows.settle(row, settlement, apologies.of(row, settlement));
      note(row, settlement, held);
    } catch (Unavailable e) {
      LOG.atWarn()
          .addKeyValue("media", row.name())
          .addKeyValue("code", e.code())
          .log("fetch not settled, it will be repeated");
    } finally {
      free.release();
      wake();
    }
  }

  private void note(Claimed row, Settlement settlement, boolean held) {
    String channel = row.conversation().channel().text();
    String result = settlement.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    String code = code(settlement);
    meters
        .counter("lanshao.media.fetched", "channel", channel, "result", result, "code", code)
        .increment();
    LOG.atInfo()
        .addKeyValue("media", row.name())
        .addKeyValue("channel", channel)
        .addKeyValue("attempt", row.attempt())
        .addKeyValue("result", result)
        .addKeyValue("code", code)
        .addKeyValue("platform_code", platformCode(settlement))
        .addKeyValue("held", held)
        .log("fetched");
  }

  private static String code(Settlement settlement) {
    return switch (settlement) {
      case Settlement.Kept kept -> kept.type();
      case Settlement.Again again -> again.code();
      case Settlement.Refused refused -> refused.code();
    };
  }

  private static String platformCode(Settlement settlement) {
    return switch (settlement) {
      case Settlement.Kept kept -> "";
      case Settlement.Again again -> again.platformCode();
      case Settlement.Refused refused -> refused.platformCode();
    };
  }

  private Duration untilDue() throws Unavailable {
    waiting = rows.waiting();
    if (free.availablePermits() == 0) {
      return LONGEST_SLEEP;
    }
    Instant now = clock.instant();
    Duration until = rows.nextDue().map(due -> Duration.between(now, due)).orElse(LONGEST_SLEEP);
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

  /** Takes no more and lets what is being fetched end, for a limited time. */
  @Override
  public void close() {
    stopped = true;
    wake();
    try {
      if (thread.getState() != Thread.State.NEW) {
        thread.join(STOP_WITHIN);
      }
      if (free.tryAcquire(AT_ONCE, STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        free.release(AT_ONCE);
      } else {
        LOG.warn("stopped while fetching, it will be repeated");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
