package org.lanshao.turn;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.alert.Alert;
import org.lanshao.alert.AlertEvent;
import org.lanshao.directory.PersonId;

/**
 * An alert as it is kept.
 *
 * @param alert how it stands
 * @param events what happened to it, oldest first
 * @param timer what rings when something is due next
 * @param seen who said when that they read it
 */
public record KeptAlert(
    Alert alert, List<AlertEvent> events, Optional<UUID> timer, Map<PersonId, Instant> seen) {
  /** Copies the collections. */
  public KeptAlert {
    events = List.copyOf(events);
    seen = Map.copyOf(seen);
  }

  /** Without what people wrote. */
  @Override
  public String toString() {
    return "KeptAlert[" + alert.number() + " " + events.size() + "]";
  }
}
