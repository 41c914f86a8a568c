package org.lanshao.turn;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanshao.register.RegisterEdit;

/**
 * Brings many edits into the register at once: laid out in slices that nobody sees, between which
 * turns are written, and then taken in by one row. Whoever dies on the way has changed nothing.
 */
public interface RegisterImport {
  /** Lays out some edits of a batch. */
  void layOut(UUID batch, List<RegisterEdit> slice) throws Unavailable;

  /**
   * Takes in all that was laid out as the batch of this change, which brings no edits itself.
   *
   * @param edits how many were laid out
   * @return whether it was: not when anything was changed meanwhile that it would change too, or
   *     not all that was laid out is there
   */
  boolean takeIn(NewRegisterChange change, long edits) throws Unavailable;

  /** Clears away what was laid out before this moment and never taken in. */
  void clearAway(Instant before) throws Unavailable;
}
