package org.lanshao.desk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.lanshao.turn.MustWait;
import org.lanshao.turn.Unavailable;

/** Something that is tried and may have to wait for the database before it is under way. */
interface Attempt<T> {
  /**
   * Gets it under way.
   *
   * @throws MustWait when it has to wait and this thread must not; nothing was done
   */
  CompletionStage<T> begin() throws Unavailable;

  /** Begins on the thread that calls, and on another only if it has to wait. */
  static <T> CompletionStage<T> here(Attempt<T> attempt) {
    try {
      return attempt.begin();
    } catch (MustWait e) {
      return elsewhere(attempt);
    } catch (Unavailable e) {
      return CompletableFuture.failedStage(e);
    }
  }

  /** Begins on a virtual thread, where waiting costs little. */
  static <T> CompletionStage<T> elsewhere(Attempt<T> attempt) {
    var begun = new CompletableFuture<CompletionStage<T>>();
    Thread.startVirtualThread(
        () -> {
          try {
            begun.complete(attempt.begin());
          } catch (Unavailable | RuntimeException | Error e) {
            begun.completeExceptionally(e);
          }
        });
    return begun.thenCompose(Function.identity());
  }

  /**
   * What comes of it, waited for: only on a virtual thread.
   *
   * @throws Unavailable when it fails so
   */
  static <T> T waited(CompletionStage<T> stage) throws Unavailable {
    try {
      return stage.toCompletableFuture().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("stopping", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Unavailable unavailable -> throw unavailable;
        case RuntimeException failed -> throw failed;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
