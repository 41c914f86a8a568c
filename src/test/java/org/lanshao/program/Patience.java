package org.lanshao.program;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for things that happen in other processes, so long and no longer. */
record Patience(Duration most) {
  /** Looks every 20 ms. */
  void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + most.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited " + most.toSeconds() + " s in vain: " + what);
      }
      Program.sleep(20);
    }
  }
}
