package org.lanshao.app;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.lanshao.desk.Mailboxes;
import org.lanshao.web.WebServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be done to stop, written down as the program is started: the last first. */
final class Stop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Stop.class);
  private static final Duration FINISH_WITHIN = Duration.ofSeconds(10);

  private final Deque<Runnable> steps = new ArrayDeque<>();

  /** Does this before all that was named so far. */
  void first(Runnable step) {
    steps.push(step);
  }

  /** Closes Vert.x. */
  void first(Vertx vertx) {
    first(() -> Step.done(vertx.close()));
  }

  /** Takes no more requests and answers those in hand. */
  void first(WebServer server) {
    first(() -> Step.done(server.stop(FINISH_WITHIN)));
  }

  /** Takes no more messages and handles those in hand. */
  void first(Mailboxes mailboxes) {
    first(() -> finish(mailboxes));
  }

  private static void finish(Mailboxes mailboxes) {
    try {
      if (!mailboxes.close(FINISH_WITHIN)) {
        LOG.warn("some messages in hand were not finished; the platform sends them again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes everything down; a step that fails does not keep the others. */
  @Override
  public void close() {
    while (!steps.isEmpty()) {
      try {
        steps.pop().run();
      } catch (RuntimeException e) {
        LOG.atWarn().addKeyValue("error", e.getClass().getName()).log("a step of the stop failed");
      }
    }
  }
}
