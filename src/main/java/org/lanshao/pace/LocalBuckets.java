package org.lanshao.pace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The buckets of this process. Those that were not used for long are forgotten. */
final class LocalBuckets implements Buckets {
  private static final long MOST = 100_000;

  private final Clock now;
  private final int nodes;
  private final Cache<String, Bucket> keyToBucket = Caffeine.newBuilder().maximumSize(MOST).build();
  private volatile InstantSource clock;
  private volatile Instant since;

  /**
   * What was sent before now is not known.
   *
   * @param nodes so many share what is allowed without knowing of each other
   */
  LocalBuckets(Clock clock, int nodes) {
    this.now = clock;
    this.nodes = nodes;
    this.clock = clock;
    this.since = clock.instant();
  }

  /** Begins anew at {@code from} and takes what was used when it was used. */
  @Override
  public void recall(Instant from, List<Used> past) {
    keyToBucket.invalidateAll();
    since = from;
    for (Used used : past) {
      clock = InstantSource.fixed(used.at());
      bucket(used.portion()).consumeIgnoringRateLimits(1);
    }
    clock = now;
  }

  @Override
  public Duration take(Portion portion) {
    return Probes.wait(bucket(portion).tryConsumeAndReturnRemaining(1));
  }

  @Override
  public List<Gate> gates(List<Portion> portions) {
    return portions.stream().map(this::gate).toList();
  }

  private Gate gate(Portion portion) {
    var share = portion.share(nodes);
    var bucket = keyToBucket.getIfPresent(portion.key());
    return new Gate(share, Probes.available(bucket == null ? made(share) : bucket));
  }

  @Override
  public void giveBack(Portion portion) {
    bucket(portion).addTokens(1);
  }

  private Bucket bucket(Portion portion) {
    return keyToBucket.get(portion.key(), key -> made(portion.share(nodes)));
  }

  private Bucket made(Portion share) {
    var ticks = new Ticks(() -> clock.instant());
    LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(ticks);
    for (var bandwidth : share.configuration(age()).getBandwidths()) {
      builder.addLimit(bandwidth);
    }
    return builder.build();
  }

  private Duration age() {
    return Duration.between(since, clock.instant());
  }
}
