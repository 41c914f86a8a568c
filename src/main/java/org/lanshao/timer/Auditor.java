package org.lanshao.timer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lanshao.desk.DueAudit;
import org.lanshao.desk.DueAudit.Watched;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks each minute whether an alert or a notice is forgotten. One virtual thread. */
public final class Auditor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Auditor.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final DueAudit audit;
  private final Thread thread = Thread.ofVirtual().name("auditor").unstarted(this::run);
  private volatile Map<Watched, List<String>> forgotten = Map.of();

  /** It does nothing until it is started. */
  public Auditor(DueAudit audit, MeterRegistry meters) {
    this.audit = audit;
    for (Watched watched : Watched.values()) {
      Gauge.builder("lanshao." + watched.word() + "s.forgotten", this, it -> it.count(watched))
          .description("What is not over and has nothing due: 0, or something is wrong")
          .register(meters);
    }
  }

  private int count(Watched watched) {
    return forgotten.getOrDefault(watched, List.of()).size();
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
      forgotten = audit.audit();
      forgotten.forEach(Auditor::tell);
    } catch (Unavailable e) {
      LOG.atWarn().addKeyValue("code", e.code()).log("nothing audited, it will be");
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("error", e.getClass().getName()).log("an audit failed");
    }
  }

  private static void tell(Watched watched, List<String> numbers) {
    if (!numbers.isEmpty()) {
      LOG.atError()
          .addKeyValue("code", watched.word() + "-forgotten")
          .addKeyValue("numbers", String.join(",", numbers))
          .log("something that is not over has nothing due");
    }
  }

  /** Looks no more. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
