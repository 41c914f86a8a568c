package org.lanshao.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lanshao.channel.Spend;
import org.lanshao.pace.Pace;
import org.lanshao.turn.Outgoing;
import org.lanshao.turn.Outgoing.Claimed;
import org.lanshao.turn.Outgoing.Settlement;
import org.lanshao.turn.Unavailable;

/**
 * Sends one message, if it is still of use and its platform has room for it. Its method blocks:
 * call it on virtual threads.
 *
 * @param random for jitter; fit for many threads
 */
public record Sending(
    Outlets outlets, Pace pace, RetryPolicy policy, Clock clock, RandomGenerator random) {
  /** What became of it; never throws. */
  Settlement send(Claimed row) {
    Instant now = clock.instant();
    if (row.expires().filter(expires -> !now.isBefore(expires)).isPresent()) {
      return new Settlement.Expired();
    }
    List<Spend> spends = outlets.spends(row.channel(), row.message());
    Optional<Instant> wait = pace.take(spends, row.lane());
    return wait.<Settlement>map(Settlement.Paced::new).orElseGet(() -> call(row, spends));
  }

  /** Lets the pace know what was sent before. Not while messages are sent. */
  public void recall(Outgoing outgoing) throws Unavailable {
    Instant from = clock.instant().minus(Pace.MEMORY);
    pace.recall(from, outgoing.takenSince(from).stream().map(this::sent).toList());
  }

  private Pace.Sent sent(Outgoing.Taken taken) {
    var spends = outlets.spends(taken.channel(), taken.message());
    return new Pace.Sent(spends, taken.lane(), taken.at());
  }

  private Settlement call(Claimed row, List<Spend> spends) {
    var outcome = outlets.send(row.channel(), row.message());
    var settlement = policy.settle(row.attempt(), outcome, clock.instant(), random);
    if (settlement instanceof Settlement.Again again && RetryPolicy.concernsAll(again)) {
      pace.close(spends, again.at());
    }
    return settlement;
  }
}
