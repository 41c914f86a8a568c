package org.lanshao.media;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.lanshao.channel.Outcome;
import org.lanshao.turn.MediaRows.Settlement;

/**
 * When a picture or file that did not come is tried again: until the platform keeps it no more.
 * Pure.
 *
 * @param waits how long to wait after the first try, the second and so on; after those the last one
 *     again and again
 * @param jitter how much longer a wait may get by chance, as a share of it
 */
public record FetchPolicy(List<Duration> waits, double jitter) {
  /** Soon at first, for most faults pass; then about a hundred tries within three days. */
  public static final FetchPolicy USUAL =
      new FetchPolicy(
          List.of(
              Duration.ofSeconds(2),
              Duration.ofSeconds(10),
              Duration.ofSeconds(30),
              Duration.ofMinutes(2),
              Duration.ofMinutes(10),
              Duration.ofMinutes(40)),
          0.2);

  /** Copies the list and refuses an empty one. */
  public FetchPolicy {
    waits = List.copyOf(waits);
    if (waits.isEmpty()) {
      throw new IllegalArgumentException("no waits");
    }
  }

  /**
   * What is written about a try that brought nothing.
   *
   * @param attempt which try it was, from 1
   * @param until when the platform forgets it; a try after that is not made, and the code of the
   *     last one stands
   */
  Settlement settle(
      int attempt, Outcome.TryAgain again, Instant now, Instant until, RandomGenerator random) {
    Duration step = waits.get(Math.min(attempt, waits.size()) - 1);
    Duration wait = step.compareTo(again.after()) > 0 ? step : again.after();
    Instant at =
        now.plus(wait).plusMillis(Math.round(wait.toMillis() * jitter * random.nextDouble()));
    return at.isAfter(until)
        ? new Settlement.Refused(again.code(), again.platformCode())
        : new Settlement.Again(at, again.code(), again.platformCode());
  }
}
