package org.lanshao.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Where the buckets are. Methods may block: call them on virtual threads. */
interface Buckets extends AutoCloseable {
  /**
   * Takes one out of this portion.
   *
   * @return zero when it was taken, else how long until one will be there if nobody takes it
   */
  Duration take(Portion portion);

  /**
   * How these portions stand, without taking anything: gates that let through what may be taken
   * from now on.
   *
   * @return as many, in that order
   */
  List<Gate> gates(List<Portion> portions);

  /** Gives back one that was taken and not used. */
  void giveBack(Portion portion);

  /** Whether they know of all that is sent, so that nobody has to keep to a share. */
  default boolean isWhole() {
    return true;
  }

  /**
   * Counts what was used before this process knew of it. Not while anything is taken.
   *
   * @param from all that was used since then is told
   * @param past in order
   */
  default void recall(Instant from, List<Used> past) {
    // those that outlast a process know it
  }

  /** One out of a portion, at that time. */
  record Used(Portion portion, Instant at) {}

  @Override
  default void close() {
    // most hold nothing
  }
}
