package org.lanshao.pace;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.bucket4j.redis.lettuce.cas.LettuceBasedProxyManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The buckets of all nodes. Methods throw when Redis is away. */
final class RedisBuckets implements Buckets {
  /** How much longer than needed a bucket is kept that is full again. */
  private static final Duration KEPT = Duration.ofSeconds(10);

  private final Redis redis;
  private final Clock clock;
  private final LettuceBasedProxyManager<String> buckets;

  /** On a Redis that is connected. */
  RedisBuckets(Redis redis, Clock clock) {
    this.redis = redis;
    this.clock = clock;
    this.buckets =
        Bucket4jLettuce.casBasedBuilder(redis.commands())
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT))
            .clientClock(new Ticks(clock))
            .build();
  }

  @Override
  public Duration take(Portion portion) {
    return Probes.wait(bucket(portion).tryConsumeAndReturnRemaining(1));
  }

  /** All are asked at once: one after the other would take a second for a province. */
  @Override
  public List<Gate> gates(List<Portion> portions) {
    var age = age();
    var answers = portions.stream().map(portion -> available(portion, age)).toList();
    var gates = new ArrayList<Gate>();
    for (int i = 0; i < portions.size(); i++) {
      gates.add(new Gate(portions.get(i), answers.get(i).join()));
    }
    return gates;
  }

  private CompletableFuture<long[]> available(Portion portion, Duration age) {
    return buckets
        .asAsync()
        .builder()
        .build(
            redis.key(portion.key()),
            () -> CompletableFuture.completedFuture(portion.configuration(age)))
        .asVerbose()
        .getAvailableTokens()
        .thenApply(Probes::available);
  }

  @Override
  public void giveBack(Portion portion) {
    bucket(portion).addTokens(1);
  }

  /** One that is not there was never used, or not for long, or Redis lost it: its age tells. */
  private Bucket bucket(Portion portion) {
    return buckets.builder().build(redis.key(portion.key()), () -> portion.configuration(age()));
  }

  private Duration age() {
    var now = clock.instant();
    return Duration.between(redis.since(now), now);
  }
}
