package org.lanshao.turn;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.notice.Notice;
import org.lanshao.notice.NoticeEvent;
import org.lanshao.notice.Unit;

/**
 * What a turn writes of a notice. Of two turns that go on from the same event only one is written;
 * the other is overtaken and taken again.
 *
 * @param from how many events the notice had before; 0 for one that begins
 * @param events what happened, at least one
 * @param after the notice with them
 * @param timer what rings when something is due next; empty when nothing is
 * @param asked who is asked to confirm from now on
 */
public record NoticeStep(
    long from, List<NoticeEvent> events, Notice after, Optional<UUID> timer, List<Unit> asked) {
  /** Copies the lists; a notice with something due has a timer. */
  public NoticeStep {
    events = List.copyOf(events);
    asked = List.copyOf(asked);
    if (events.isEmpty() || after.due().isPresent() != timer.isPresent()) {
      throw new IllegalArgumentException("a notice without a timer, or a step without events");
    }
  }

  /** The number of the notice. */
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
    return "NoticeStep[" + number() + " " + to() + "]";
  }
}
