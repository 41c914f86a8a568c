package org.lanshao.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.lanshao.store.Holding;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether sending is held, as after a restore, until it is interrupted: looks each second,
 * says so in the log and wakes those who send once it is lifted.
 */
final class HeldSending implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(HeldSending.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Holding holding;
  private final Runnable onLifted;
  private volatile boolean held;

  HeldSending(Holding holding, Runnable onLifted, MeterRegistry meters) {
    this.holding = holding;
    this.onLifted = onLifted;
    Gauge.builder("lanshao.sending.held", this, state -> state.held ? 1 : 0)
        .description("1 after a restore, until lanshao resume: nothing is sent")
        .register(meters);
  }

  /** Whether it is. */
  boolean isHeld() {
    return held;
  }

  /** {@code held} or {@code current}, for the health page. */
  String word() {
    return held ? "held" : "current";
  }

  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        look();
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        return;
      } catch (Unavailable e) {
        LOG.atDebug().addKeyValue("code", e.code()).log("look at held sending later");
      }
    }
  }

  /** Looks once. */
  void look() throws Unavailable {
    boolean now = holding.since().isPresent();
    if (now != held) {
      held = now;
      if (now) {
        LOG.atWarn()
            .addKeyValue("code", "held")
            .log("sending is held since a restore: lanshao resume lets it go on");
      } else {
        LOG.info("sending goes on");
        onLifted.run();
      }
    }
  }
}
