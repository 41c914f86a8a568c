package org.lanshao.pace;

import java.time.Duration;

/** Where the buckets are. Methods may block: call them on virtual threads. */
interface Buckets extends AutoCloseable {
  /**
   * Takes one out of this portion.
   *
   * @return zero when it was taken, else how long until one will be there if nobody takes it
   */
  Duration take(Portion portion);

  /** Gives back one that was taken and not used. */
  void giveBack(Portion portion);

  @Override
  default void close() {
    // most hold nothing
  }
}
