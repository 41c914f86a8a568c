package org.lanshao.turn;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** Waits for what is told later, as tests may. */
public final class Promised {
  private Promised() {}

  /** What is told; throws what it fails with. */
  public static <T> T kept(CompletionStage<T> stage) throws Unavailable {
    try {
      return stage.toCompletableFuture().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Unavailable unavailable -> throw unavailable;
        case RuntimeException bug -> throw bug;
        case null, default -> throw new AssertionError(e);
      }
    }
  }
}
