package org.lanshao.pace;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The buckets of all nodes, and while Redis is away a share of them in this process, so small that
 * all nodes together stay within the limits. It looks each second whether Redis is back; its
 * buckets are then begun anew, for they do not know what was sent meanwhile.
 */
final class SharedBuckets implements Buckets {
  private static final Logger LOG = LoggerFactory.getLogger(SharedBuckets.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final Redis redis;
  private final Clock clock;
  private final int nodes;
  private final Thread thread = Thread.ofVirtual().name("redis watch").unstarted(this::watch);
  private volatile Optional<RedisBuckets> shared = Optional.empty();
  private volatile LocalBuckets own;

  /**
   * Nothing is shared until {@link #start}.
   *
   * @param nodes how many there are at most
   */
  SharedBuckets(Redis redis, int nodes, Clock clock, MeterRegistry meters) {
    this.redis = redis;
    this.clock = clock;
    this.nodes = nodes;
    this.own = new LocalBuckets(clock, nodes);
    Gauge.builder("lanshao.pace.shared", this, self -> self.shared.isPresent() ? 1 : 0)
        .description("0 while Redis is away and each node keeps to its share of the limits")
        .register(meters);
  }

  /** Shares them from now on, if Redis is there. */
  void start() {
    try {
      redis.ping();
      redis.since(clock.instant());
      shared = Optional.of(new RedisBuckets(redis, clock));
    } catch (RuntimeException away) {
      told(away);
    }
    thread.start();
  }

  @Override
  public Duration take(Portion portion) {
    return on(buckets -> buckets.take(portion));
  }

  @Override
  public List<Gate> gates(List<Portion> portions) {
    return on(buckets -> buckets.gates(portions));
  }

  @Override
  public void giveBack(Portion portion) {
    on(
        buckets -> {
          buckets.giveBack(portion);
          return portion;
        });
  }

  @Override
  public boolean isWhole() {
    return shared.isPresent();
  }

  private <T> T on(Function<Buckets, T> use) {
    var now = shared;
    if (now.isPresent()) {
      try {
        return use.apply(now.get());
      } catch (RuntimeException away) {
        lost(away);
      }
    }
    return use.apply(own);
  }

  private synchronized void lost(RuntimeException away) {
    if (shared.isPresent()) {
      own = new LocalBuckets(clock, nodes);
      shared = Optional.empty();
      told(away);
    }
  }

  private static void told(RuntimeException away) {
    LOG.atWarn()
        .addKeyValue("code", "redis-away")
        .addKeyValue("error", away.getClass().getName())
        .log("Redis is away: this node keeps to its own share of the limits");
  }

  private void watch() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(LOOK_EVERY);
        look();
      }
    } catch (InterruptedException e) {
      LOG.debug("no longer looks for Redis");
    }
  }

  /** Looks once; also notices that Redis went away while nothing was sent. */
  void look() {
    try {
      redis.ping();
      if (shared.isEmpty()) {
        redis.forget(clock.instant());
        shared = Optional.of(new RedisBuckets(redis, clock));
        LOG.info("Redis is there: the limits are shared");
      }
    } catch (RuntimeException away) {
      lost(away);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
