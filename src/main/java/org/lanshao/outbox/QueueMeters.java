package org.lanshao.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lanshao.turn.Lane;
import org.lanshao.turn.Outgoing;
import org.lanshao.turn.Outgoing.Depth;
import org.lanshao.turn.Outgoing.Queue;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What waits, as metrics. */
final class QueueMeters {
  private static final Logger LOG = LoggerFactory.getLogger(QueueMeters.class);
  private static final Depth NOTHING = new Depth(0, Optional.empty());

  private final Clock clock;
  private final MultiGauge next;
  private volatile Queue queue = new Queue(Map.of(), List.of());

  QueueMeters(Clock clock, MeterRegistry meters) {
    this.clock = clock;
    for (Lane lane : Lane.values()) {
      String name = lane.name().toLowerCase(Locale.ROOT);
      Gauge.builder("lanshao.outbox.waiting", this, self -> self.depth(lane).count())
          .description("Messages that have not left, when last looked")
          .tag("lane", name)
          .register(meters);
      Gauge.builder("lanshao.outbox.oldest", this, self -> self.age(lane))
          .description("How long the oldest of them has waited")
          .baseUnit("seconds")
          .tag("lane", name)
          .register(meters);
    }
    this.next =
        MultiGauge.builder("lanshao.outbox.next")
            .description("How long until the next message to a target that must wait")
            .baseUnit("seconds")
            .register(meters);
  }

  /** Looks at what waits now. While the database is away the last look stays. */
  void show(Outgoing outgoing) {
    try {
      show(outgoing.queue());
    } catch (Unavailable | RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("code", e instanceof Unavailable away ? away.code() : e.getClass().getName())
          .log("what waits is not known");
    }
  }

  private void show(Queue now) {
    queue = now;
    next.register(
        now.later().stream()
            .map(
                later ->
                    MultiGauge.Row.of(
                        Tags.of("channel", later.channel().text(), "target", later.target()),
                        () -> Math.max(0, seconds(clock.instant(), later.next()))))
            .toList(),
        true);
  }

  private Depth depth(Lane lane) {
    return queue.laneToDepth().getOrDefault(lane, NOTHING);
  }

  private double age(Lane lane) {
    return depth(lane).oldest().map(at -> seconds(at, clock.instant())).orElse(0.0);
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1e3;
  }
}
