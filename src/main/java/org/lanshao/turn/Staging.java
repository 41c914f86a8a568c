package org.lanshao.turn;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Brings much into the database at once: laid out in slices that nobody sees, between which turns
 * are written, and then taken in by one transaction. Whoever dies on the way has changed nothing.
 * Methods block: call them on virtual threads, or on those of a command.
 *
 * @param <E> what is laid out: edits of the register, or records
 * @param <C> what takes it in; it names the batch
 */
public interface Staging<E, C> {
  /**
   * Lays out some of a batch.
   *
   * @param batch its id, which begins with its time
   */
  void layOut(UUID batch, List<E> slice) throws Unavailable;

  /**
   * Takes in all that was laid out as the batch of this change.
   *
   * @param count how much was laid out
   * @return whether it was: not when anything was changed meanwhile that it would change too, or
   *     not all that was laid out is there
   */
  boolean takeIn(C change, long count) throws Unavailable;

  /** Clears away what was laid out as this batch; what was taken in stays. */
  void clear(UUID batch) throws Unavailable;

  /** Clears away what was laid out before this moment; what was taken in stays. */
  void clearAway(Instant before) throws Unavailable;
}
