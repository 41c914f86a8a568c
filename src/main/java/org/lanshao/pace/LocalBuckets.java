package org.lanshao.pace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The buckets of this process. Those that were not used for long are forgotten. */
final class LocalBuckets implements Buckets {
  private static final long MOST = 100_000;

  private final Clock clock;
  private final int nodes;
  private final Instant since;
  private final Cache<String, Bucket> keyToBucket = Caffeine.newBuilder().maximumSize(MOST).build();

  /**
   * What was sent before now is not known.
   *
   * @param nodes so many share what is allowed without knowing of each other
   */
  LocalBuckets(Clock clock, int nodes) {
    this.clock = clock;
    this.nodes = nodes;
    this.since = clock.instant();
  }

  @Override
  public Duration take(Portion portion) {
    return Probes.wait(bucket(portion).tryConsumeAndReturnRemaining(1));
  }

  @Override
  public void giveBack(Portion portion) {
    bucket(portion).addTokens(1);
  }

  private Bucket bucket(Portion portion) {
    return keyToBucket.get(portion.key(), key -> made(portion.share(nodes)));
  }

  private Bucket made(Portion share) {
    LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(new Ticks(clock));
    for (var bandwidth : share.configuration(age()).getBandwidths()) {
      builder.addLimit(bandwidth);
    }
    return builder.build();
  }

  private Duration age() {
    return Duration.between(since, clock.instant());
  }
}
