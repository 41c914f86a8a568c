package org.lanshao.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How many calls are under way at once. Its method blocks: call it on virtual threads. */
final class Calls {
  /** Short beside a lease, long beside a call that does not hang. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Semaphore room;

  Calls(int most) {
    this.room = new Semaphore(most);
  }

  /** Calls as soon as there is room; what is said otherwise, where there is none for a while. */
  <T> T in(Supplier<T> call, Supplier<T> otherwise) {
    if (!hasRoom()) {
      return otherwise.get();
    }
    try {
      return call.get();
    } finally {
      room.release();
    }
  }

  private boolean hasRoom() {
    try {
      return room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
