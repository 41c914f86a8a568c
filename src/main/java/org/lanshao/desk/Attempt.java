package org.lanshao.desk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
}
