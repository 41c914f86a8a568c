package org.lanshao.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Waits that grow with the tries. Pure.
 *
 * @param waits after the first try, the second and so on
 * @param nextDays after those, so many times until the next day
 * @param spread how much longer a wait may get by chance, as a share of it
 */
public record Ladder(List<Duration> waits, int nextDays, double spread) {
  /** The platform counts days of this zone (WeCom's document 90454). */
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** When a new day's quota is there for sure. */
  private static final LocalTime NEW_QUOTA = LocalTime.of(0, 5);

  private static final Duration DAY_SPREAD = Duration.ofMinutes(5);

  /** Copies the waits. */
  public Ladder {
    waits = List.copyOf(waits);
  }

  /** Of waits such as {@code "PT1S PT5S"}. */
  static Ladder of(double spread, String waits) {
    return new Ladder(Arrays.stream(waits.split(" ")).map(Duration::parse).toList(), 0, spread);
  }

  /** Followed by the next day, so many times. */
  Ladder thenNextDays(int days) {
    return new Ladder(waits, days, spread);
  }

  /**
   * When to try again.
   *
   * @param attempt which try failed, from 1
   * @return empty when it was the last
   */
  Optional<Instant> next(int attempt, Instant now, RandomGenerator random) {
    if (attempt <= waits.size()) {
      Duration wait = waits.get(attempt - 1);
      return Optional.of(now.plus(wait).plus(chance(wait, random)));
    }
    return attempt <= waits.size() + nextDays
        ? Optional.of(nextDay(now).plusMillis(part(DAY_SPREAD, random.nextDouble())))
        : Optional.empty();
  }

  private Duration chance(Duration wait, RandomGenerator random) {
    return Duration.ofMillis(part(wait, spread * random.nextDouble()));
  }

  private static long part(Duration whole, double part) {
    return Math.round(whole.toMillis() * part);
  }

  private static Instant nextDay(Instant now) {
    return now.atZone(ZONE).toLocalDate().plusDays(1).atTime(NEW_QUOTA).atZone(ZONE).toInstant();
  }
}
