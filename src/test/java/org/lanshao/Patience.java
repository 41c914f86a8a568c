package org.lanshao;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads and processes do: longer than the busiest machine needs. */
public final class Patience {
  /** What comes about at once on an idle machine has come about by then on any. */
  public static final Duration USUAL = Duration.ofMinutes(2);

  private static final long LONGEST_PAUSE = Duration.ofMillis(20).toNanos();

  /** What is waited for needs the processor more than who looks for it. */
  private static final int PAUSES_PER_LOOK = 5;

  private Patience() {}

  /** Waits until something holds; an error if it does not within {@link #USUAL}. */
  public static void until(BooleanSupplier condition) {
    until("it came about", condition);
  }

  /** The same, with a name for the error. */
  public static void until(String what, BooleanSupplier condition) {
    until(USUAL, what, condition);
  }

  /** The same, with another limit. */
  public static void until(Duration most, String what, BooleanSupplier condition) {
    long end = System.nanoTime() + most.toNanos();
    long look = System.nanoTime();
    for (long pause = 1_000_000; !condition.getAsBoolean(); pause = 2 * pause) {
      long seen = System.nanoTime();
      if (seen - end > 0) {
        throw new AssertionError("waited " + most.toSeconds() + " s in vain: " + what);
      }
      long rest = Math.max(Math.min(pause, LONGEST_PAUSE), PAUSES_PER_LOOK * (seen - look));
      LockSupport.parkNanos(rest);
      look = System.nanoTime();
    }
  }
}
