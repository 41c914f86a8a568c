package org.lanshao.store;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.lanshao.turn.MustWait;

/**
 * Bounds of what waits to be written.
 *
 * @param batch how many turns share a transaction at most
 * @param queue how many may wait
 * @param patience how long a caller waits for its turn to be taken, and then for the database
 * @param waits how often in a row a transaction waits, some two seconds each time, for another
 *     program that keeps the database to itself: a server soon says that it cannot write, a command
 *     has time
 * @param mayWait whether the thread that calls may wait at all
 */
public record StoreLimits(
    int batch, int queue, Duration patience, int waits, BooleanSupplier mayWait) {
  /** 256 turns, 4,096 waiting, 4 seconds: a platform asks again after 5. */
  public static final StoreLimits USUAL = new StoreLimits(256, 4096, Duration.ofSeconds(4));

  /** The same for a command beside servers that write all the time: it waits a minute. */
  public static final StoreLimits COMMAND =
      new StoreLimits(256, 4096, Duration.ofMinutes(1), 30, () -> true);

  /** Limits of a server whose callers may all wait. */
  public StoreLimits(int batch, int queue, Duration patience) {
    this(batch, queue, patience, 1, () -> true);
  }

  /** The same where some threads must not wait: event loops. */
  public StoreLimits where(BooleanSupplier mayWait) {
    return new StoreLimits(batch, queue, patience, waits, mayWait);
  }

  /** Passes threads that may wait. */
  void checkMayWait() throws MustWait {
    if (!mayWait.getAsBoolean()) {
      throw new MustWait();
    }
  }
}
