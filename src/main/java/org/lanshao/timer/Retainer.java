package org.lanshao.timer;

import java.time.Clock;
import java.time.Duration;
import org.lanshao.turn.Retention;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes away each day what was kept long enough, in slices that hold up nobody. */
public final class Retainer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Retainer.class);
  private static final Duration EVERY = Duration.ofDays(1);
  private static final Duration BETWEEN = Duration.ofMillis(250);
  private static final int SLICE = 500;

  private final Retention retention;
  private final Duration words;
  private final Clock clock;
  private final Thread thread = Thread.ofVirtual().name("retainer").unstarted(this::run);

  /**
   * It does nothing until it is started.
   *
   * @param words how long what was said is kept
   */
  public Retainer(Retention retention, Duration words, Clock clock) {
    this.retention = retention;
    this.words = words;
    this.clock = clock;
  }

  /** Begins at once. */
  public void start() {
    thread.start();
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(isMore() ? BETWEEN : EVERY);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private boolean isMore() {
    try {
      return retention.purgeWords(clock.instant().minus(words), SLICE);
    } catch (Unavailable e) {
      LOG.atWarn().addKeyValue("code", e.code()).log("nothing purged, it will be");
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("error", e.getClass().getName()).log("a purge failed");
    }
    return false;
  }

  /** Goes no further; the next start goes on. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
