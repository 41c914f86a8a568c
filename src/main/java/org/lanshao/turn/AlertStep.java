package org.lanshao.turn;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.alert.Alert;
import org.lanshao.alert.AlertEvent;

/**
 * What a turn writes of an alert. Of two turns that go on from the same event only one is written;
 * the other is overtaken and taken again.
 *
 * @param from how many events the alert had before; 0 for one that begins
 * @param events what happened, at least one
 * @param after the alert with them
 * @param timer what rings when something is due next; empty when nothing is
 */
public record AlertStep(long from, List<AlertEvent> events, Alert after, Optional<UUID> timer) {
  /** Copies the events; an alert with something due has a timer. */
  public AlertStep {
    events = List.copyOf(events);
    if (events.isEmpty() || after.due().isPresent() != timer.isPresent()) {
      throw new IllegalArgumentException("an alert without a timer, or a step without events");
    }
  }

  /** The number of the alert. */
  public String number() {
    return after.number();
  }

  /** How many events it has with them. */
  public long to() {
    return from + events.size();
  }

  /** Without what people wrote. */
  @Override
  public String toString() {
    return "AlertStep[" + number() + " " + to() + "]";
  }
}
