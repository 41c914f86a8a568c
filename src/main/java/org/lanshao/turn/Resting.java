package org.lanshao.turn;

import java.time.Instant;
import java.util.List;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound.Target;

/**
 * A message that did not reach everybody it was for.
 *
 * @param number as in {@link org.lanshao.message.Outbound}: what it is sent again by
 * @param channel through which it was to go
 * @param target to whom
 * @param lane how urgent it is
 * @param at when it was asked for
 * @param since since when it rests
 * @param code our stable code for the reason; {@code expired} if it was of no use any more; empty
 *     text if it was taken for some
 * @param platformCode the platform's own; may be empty text
 * @param undelivered the accounts that were not reached, where others were; none where nobody was
 */
public record Resting(
    long number,
    ChannelName channel,
    Target target,
    Lane lane,
    Instant at,
    Instant since,
    String code,
    String platformCode,
    List<String> undelivered) {
  /** Copies the list. */
  public Resting {
    undelivered = List.copyOf(undelivered);
  }

  /** Whether it can be sent again: what some have got is not sent to all again. */
  public boolean canBeSentAgain() {
    return undelivered.isEmpty();
  }

  /** Without whom it was for. */
  @Override
  public String toString() {
    return "Resting[" + number + " " + code + "]";
  }
}
