package org.lanshao.turn;

import java.util.List;
import java.util.Optional;

/**
 * What a turn writes of alerts.
 *
 * @param step what happened to one
 * @param seen who said that they read one
 */
public record AlertChanges(Optional<AlertStep> step, List<AlertSeen> seen) {
  /** Nothing. */
  public static final AlertChanges NONE = new AlertChanges(Optional.empty(), List.of());

  /** Copies the list. */
  public AlertChanges {
    seen = List.copyOf(seen);
  }
}
