package org.lanshao.app;

import java.time.Duration;
import org.lanshao.desk.Desk;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over each second what other nodes changed in the directory, until it is interrupted. While
 * the database is away the directory stays as it is.
 */
final class Following implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Following.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Desk desk;

  Following(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(PAUSE);
        desk.refresh();
      } catch (InterruptedException e) {
        return;
      } catch (Unavailable e) {
        LOG.atDebug().addKeyValue("code", e.code()).log("look for changes of the directory later");
      } catch (RuntimeException e) {
        LOG.atError()
            .addKeyValue("error", e.getClass().getName())
            .log("changes of the directory cannot be taken over");
      }
    }
  }
}
