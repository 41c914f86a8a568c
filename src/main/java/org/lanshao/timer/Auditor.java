package org.lanshao.timer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.lanshao.desk.AlertAudit;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks each minute whether an alert is forgotten. One virtual thread. */
public final class Auditor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Auditor.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final AlertAudit audit;
  private final Thread thread = Thread.ofVirtual().name("auditor").unstarted(this::run);
  private volatile int forgotten;

  /** It does nothing until it is started. */
  public Auditor(AlertAudit audit, MeterRegistry meters) {
    this.audit = audit;
    Gauge.builder("lanshao.alerts.forgotten", this, auditor -> auditor.forgotten)
        .description("Alerts that are not closed and have nothing due: 0, or something is wrong")
        .register(meters);
  }

  /** Begins to look. */
  public void start() {
    thread.start();
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(EVERY);
        look();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Looks once. */
  void look() {
    try {
      var found = audit.audit();
      forgotten = found.size();
      if (!found.isEmpty()) {
        LOG.atError()
            .addKeyValue("code", "alert-forgotten")
            .addKeyValue("alerts", String.join(",", found))
            .log("alerts have nothing due");
      }
    } catch (Unavailable e) {
      LOG.atWarn().addKeyValue("code", e.code()).log("alerts not audited, they will be");
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("error", e.getClass().getName()).log("an audit of alerts failed");
    }
  }

  /** Looks no more. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
