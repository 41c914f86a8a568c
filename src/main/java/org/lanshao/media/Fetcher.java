package org.lanshao.media;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lanshao.rounds.Rounds;
import org.lanshao.rounds.Work;
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
public final class Fetcher implements Work, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);

  /** Longer than two calls and two fetched tokens may take, and the disk. */
  private static final Duration LEASE = Duration.ofMinutes(3);

  /** Each holds a file several times in memory while it is sealed and read back. */
  private static final int AT_ONCE = 2;

  private final MediaRows rows;
  private final Fetching fetching;
  private final Telling telling;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Rounds rounds;
  private volatile Waiting waiting = new Waiting(0, Optional.empty());

  /** It does nothing until it is started. */
  public Fetcher(
      MediaRows rows, Fetching fetching, Telling telling, Clock clock, MeterRegistry meters) {
    this.rows = rows;
    this.fetching = fetching;
    this.telling = telling;
    this.clock = clock;
    this.meters = meters;
    this.rounds = new Rounds("fetcher", AT_ONCE, this, clock);
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
    rounds.start();
  }

  /** Looks for due rows now. Any thread may call it. */
  public void wake() {
    rounds.wake();
  }

  private double age() {
    return waiting
        .oldest()
        .map(o -> Duration.between(o, clock.instant()).toMillis() / 1e3)
        .orElse(0.0);
  }

  /** Claims as much as may be fetched at once. */
  @Override
  public int begin(int room) throws Unavailable {
    List<Claimed> claimed = rows.claim(room, LEASE);
    claimed.forEach(row -> rounds.hand(() -> fetchOne(row)));
    return claimed.size();
  }

  private void fetchOne(Claimed row) {
    try {
      Settlement settlement = fetching.fetch(row, clock.instant());
      boolean held = rows.settle(row, settlement, telling.of(row, settlement));
      note(row, settlement, held);
    } catch (Unavailable e) {
      LOG.atWarn()
          .addKeyValue("media", row.name())
          .addKeyValue("code", e.code())
          .log("fetch not settled, it will be repeated");
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

  /** What was dropped; what came a moment ago may yet be settled as another's. */
  private void deleteUnused() throws Unavailable {
    for (String hash : rows.unused()) {
      if (fetching.delete(hash, clock.instant().minus(LEASE))) {
        rows.forget(hash);
        LOG.atInfo().log("bytes deleted that nobody wanted");
      }
    }
  }

  /** Counts what waits and says when to look again. */
  @Override
  public Optional<Instant> next() throws Unavailable {
    deleteUnused();
    waiting = rows.waiting();
    return rows.nextDue();
  }

  /** Takes no more and lets what is being fetched end, for a limited time. */
  @Override
  public void close() {
    rounds.close();
  }
}
