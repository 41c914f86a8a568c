package org.lanshao.turn;

import java.time.Instant;
import java.util.Set;

/**
 * The port through which nodes agree who tells of what is wrong. Methods block: call them on
 * virtual threads.
 */
public interface AlarmBook {
  /**
   * Enters that something is wrong.
   *
   * @param cause what, by a name that is the same whoever finds it
   * @param notSince it is to be told again if nobody told it after this
   * @return whether it is for the caller to tell
   */
  boolean tell(String cause, Instant now, Instant notSince) throws Unavailable;

  /** Strikes out what is over; whether it was there, so that the caller tells that it is over. */
  boolean end(String cause) throws Unavailable;

  /** All that was entered and is not over. */
  Set<String> open() throws Unavailable;
}
