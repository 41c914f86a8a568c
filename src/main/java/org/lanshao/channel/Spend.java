package org.lanshao.channel;

import java.time.Duration;
import java.util.List;

/**
 * One message's share of a limit that a platform sets: a bucket of which it takes one.
 *
 * @param bucket its name, the same on all nodes and for every start, such as {@code
 *     wecom/person/…}; it may hold accounts and secrets, so it is hashed before it leaves this
 *     process or is shown
 * @param limits how much the bucket gives, all of them at once; below what the platform documents
 */
public record Spend(String bucket, List<Limit> limits) {
  /** Copies the limits. */
  public Spend {
    limits = List.copyOf(limits);
  }

  /**
   * At most {@code most} messages within any time of this length.
   *
   * @param most at least 1
   */
  public record Limit(int most, Duration within) {}

  /** Without the name. */
  @Override
  public String toString() {
    return "Spend" + limits;
  }
}
