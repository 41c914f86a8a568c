package org.lanshao.turn;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What becomes of a timer that was looked at.
 *
 * @param id which
 * @param look the number of that look: when another look was written first, nothing happens
 * @param next when to look again; empty when it has done its work
 */
public record TimerMove(UUID id, long look, Optional<Next> next) {
  /** It has done its work. */
  public static TimerMove done(Timers.Due due) {
    return new TimerMove(due.id(), due.look(), Optional.empty());
  }

  /** It looks again. */
  public static TimerMove to(Next next, Timers.Due due) {
    return new TimerMove(due.id(), due.look(), Optional.of(next));
  }

  /**
   * The next look.
   *
   * @param due when
   * @param since since when what it watches stands still
   * @param step what was done about it so far, in the terms of who looks
   */
  public record Next(Instant due, Instant since, int step) {}
}
