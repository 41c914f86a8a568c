package org.lanshao.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When each platform last called this node with something that was from it. Any thread may use it.
 */
public final class LastHeard {
  private final InstantSource clock;
  private final Map<String, Instant> channelToLast = new ConcurrentHashMap<>();

  /**
   * Of these channels.
   *
   * @param channels their names
   */
  public LastHeard(Set<String> channels, InstantSource clock, MeterRegistry meters) {
    this.clock = clock;
    for (String channel : channels) {
      Gauge.builder("lanshao.callbacks.silence", this, self -> self.seconds(channel))
          .description("How long ago a platform last called this node; not a number before that")
          .baseUnit("seconds")
          .tag("channel", channel)
          .register(meters);
    }
  }

  void heard(String channel) {
    channelToLast.put(channel, clock.instant());
  }

  /** When this one last called; empty: not since the start. */
  public Optional<Instant> of(String channel) {
    return Optional.ofNullable(channelToLast.get(channel));
  }

  private double seconds(String channel) {
    return of(channel)
        .map(at -> Duration.between(at, clock.instant()).toMillis() / 1e3)
        .orElse(Double.NaN);
  }
}
