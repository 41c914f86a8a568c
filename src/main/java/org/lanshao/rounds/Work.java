package org.lanshao.rounds;

import java.time.Instant;
import java.util.Optional;
import org.lanshao.turn.Unavailable;

/** Stored work with due times, for {@link Rounds}. Both are called by its thread alone. */
public interface Work {
  /**
   * Claims what is due and hands each piece to {@link Rounds#hand}.
   *
   * @param room at most so many pieces; at least one
   * @return how much was claimed; 0 when nothing is due
   */
  int begin(int room) throws Unavailable;

  /**
   * When to look again. Asked only when there was nothing to begin, or no room: so what waits can
   * be counted here.
   *
   * @return empty when nothing waits
   */
  Optional<Instant> next() throws Unavailable;
}
