package org.lanshao.season;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What becomes of the slots of a schedule that have come since the last one that was looked at.
 *
 * @param last the newest of them: all up to it are done with
 * @param goes the slot that a reminder goes out for; empty when none does
 */
public record Due(Instant last, Optional<Slot> goes) {
  /** A slot is not missed until so much later: a restart loses none. */
  public static final Duration ON_TIME = Duration.ofMinutes(15);

  /**
   * Decides about slots in their order.
   *
   * @param slots of one schedule
   * @param calm when something that is due at a moment may go out: the end of quiet hours, or then
   * @param now when they are looked at
   * @return empty when there are no slots
   */
  public static Optional<Due> of(List<Slot> slots, UnaryOperator<Instant> calm, Instant now) {
    if (slots.isEmpty()) {
      return Optional.empty();
    }
    Slot newest = slots.getLast();
    boolean onTime = !now.isAfter(calm.apply(newest.at()).plus(ON_TIME));
    boolean goes = onTime || newest.schedule().missed() == Schedule.Missed.ONCE;
    return Optional.of(new Due(newest.at(), goes ? Optional.of(newest) : Optional.empty()));
  }
}
