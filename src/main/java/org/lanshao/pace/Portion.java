package org.lanshao.pace;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;
import java.time.Duration;
import java.util.List;
import org.lanshao.channel.Spend.Limit;

/**
 * A part of a bucket: what emergencies have for themselves, or the rest. A bucket that holds half
 * of what is allowed and gets the other half in the time of the limit never gives more than is
 * allowed within any time of that length.
 *
 * @param key the same on all nodes, without anything private
 * @param limits what this part gives, all of them at once
 */
record Portion(String key, List<Limit> limits) {
  /** One in so many is kept for emergencies. */
  private static final int KEPT = 5;

  private static final String KEPT_MARK = "!";

  /** Limits longer than this say so when they are reached, and are too slow to begin empty. */
  static final Duration SILENT = Duration.ofHours(1);

  /** What is for all but emergencies, and for these when their own is used up. */
  static Portion common(String key, List<Limit> limits) {
    return new Portion(
        key, limits.stream().map(l -> new Limit(l.most() - kept(l), l.within())).toList());
  }

  /** What is kept for emergencies. */
  static Portion kept(String key, List<Limit> limits) {
    return new Portion(
        key + KEPT_MARK, limits.stream().map(l -> new Limit(kept(l), l.within())).toList());
  }

  private static int kept(Limit limit) {
    return limit.most() / KEPT;
  }

  /** A share of it, for one of several nodes that do not know of each other; at least one. */
  Portion share(int nodes) {
    return new Portion(
        key,
        limits.stream().map(l -> new Limit(Math.max(1, l.most() / nodes), l.within())).toList());
  }

  /**
   * The bucket, as it is when nothing is known of the time before.
   *
   * @param since how long all that was sent is known: what may have been sent before is not given
   *     again
   */
  BucketConfiguration configuration(Duration since) {
    ConfigurationBuilder builder = BucketConfiguration.builder();
    for (Limit limit : limits) {
      builder.addLimit(bandwidth(limit, since));
    }
    return builder.build();
  }

  private Bandwidth bandwidth(Limit limit, Duration since) {
    long capacity = capacity(limit);
    return Bandwidth.builder()
        .capacity(capacity)
        .refillGreedy(refill(limit), limit.within())
        .initialTokens(limit.within().compareTo(SILENT) > 0 ? capacity : first(limit, since))
        .build();
  }

  private long first(Limit limit, Duration since) {
    if (key.endsWith(KEPT_MARK)) {
      return capacity(limit);
    }
    double part = (double) since.toMillis() / limit.within().toMillis();
    long grown = (long) Math.ceil(refill(limit) * Math.min(part, 1));
    return Math.min(capacity(limit), grown);
  }

  /** How many leave at once when none has left for a while. */
  static long capacity(Limit limit) {
    return (limit.most() + 1L) / 2;
  }

  private static int refill(Limit limit) {
    return Math.max(1, limit.most() / 2);
  }

  /** How far apart messages are when what was saved up is gone. */
  Duration interval() {
    return limits.stream().map(Portion::interval).min(Duration::compareTo).orElse(Duration.ZERO);
  }

  /** How far apart they are by one limit. */
  static Duration interval(Limit limit) {
    return limit.within().dividedBy(refill(limit));
  }
}
