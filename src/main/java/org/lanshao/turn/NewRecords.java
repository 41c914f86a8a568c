package org.lanshao.turn;

import java.util.List;
import java.util.UUID;

/**
 * Records that were laid out and are taken in at once.
 *
 * @param batch as which they were laid out
 * @param timers what must be looked at later because of them
 */
public record NewRecords(UUID batch, List<NewTimer> timers) {
  /** Copies the list. */
  public NewRecords {
    timers = List.copyOf(timers);
  }
}
