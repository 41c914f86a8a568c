package org.lanshao.app;

import java.time.Duration;
import org.lanshao.store.Store;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds count entries a second after the last time, until it is interrupted. While the database is
 * away counts stay exact, only slower, so a fold that fails is simply tried again.
 */
final class Folding implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Folding.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** So many slices or past days are prepared for quick counts before the next fold. */
  private static final int AT_ONCE = 8;

  private final Store store;

  Folding(Store store) {
    this.store = store;
  }

  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(PAUSE);
        store.foldOnce();
        for (int moved = 0; moved < AT_ONCE && store.moveSome(); moved++) {
          // The next slice of what a version before folded.
        }
        for (int made = 0; made < AT_ONCE && store.seeOne(); made++) {
          // The next day or month.
        }
      } catch (InterruptedException e) {
        return;
      } catch (Unavailable e) {
        LOG.atDebug().addKeyValue("code", e.code()).log("fold later");
      } catch (RuntimeException e) {
        LOG.atError().addKeyValue("error", e.getClass().getName()).log("fold failed");
      }
    }
  }
}
