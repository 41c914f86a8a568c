package org.lanshao.app;

import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A step of a start or a stop that Vert.x does on its own threads. */
final class Step {
  private static final long SECONDS = 15;

  private Step() {}

  /**
   * Waits for a step.
   *
   * @throws Failed when it failed, or took too long
   */
  static <T> T done(Future<T> step) {
    try {
      return step.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new Failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failed(e);
    }
  }

  /** A step that was waited for failed. */
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failed(Throwable cause) {
      super(cause);
    }
  }
}
