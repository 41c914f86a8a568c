package org.lanshao.pace;

import java.time.Duration;
import java.util.Arrays;
import org.lanshao.channel.Spend.Limit;

/** A portion as it will be: tells when each message is let through, without waiting for it. */
final class Gate {
  private final Limit[] limits;

  /** For each limit, when all that was let through so far will have been given again. */
  private final Duration[] whole;

  private Duration opens = Duration.ZERO;

  /** Nothing was taken from it for a while. */
  Gate(Portion portion) {
    this.limits = portion.limits().toArray(Limit[]::new);
    this.whole = new Duration[limits.length];
    Arrays.fill(whole, Duration.ZERO);
  }

  /**
   * So much is there now.
   *
   * @param available what each limit gives at once; below zero where too much was taken
   */
  Gate(Portion portion, long[] available) {
    this(portion);
    for (int i = 0; i < limits.length; i++) {
      long gone = Portion.capacity(limits[i]) - available[i];
      whole[i] = Portion.interval(limits[i]).multipliedBy(gone);
    }
  }

  /** It lets nothing through before that. */
  void closeFor(Duration time) {
    opens = later(opens, time);
  }

  /** When the next that asks then would be let through; not before it asks. */
  Duration ready(Duration ask) {
    var ready = later(ask, opens);
    for (int i = 0; i < limits.length; i++) {
      var saved = Portion.interval(limits[i]).multipliedBy(Portion.capacity(limits[i]) - 1);
      ready = later(ready, whole[i].minus(saved));
    }
    return ready;
  }

  /** Lets one more through, as soon as it is {@link #ready}; and says when. */
  Duration pass(Duration ask) {
    var leaves = ready(ask);
    for (int i = 0; i < limits.length; i++) {
      whole[i] = later(whole[i], leaves).plus(Portion.interval(limits[i]));
    }
    return leaves;
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
