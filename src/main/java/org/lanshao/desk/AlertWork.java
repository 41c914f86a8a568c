package org.lanshao.desk;

import java.util.List;
import java.util.Optional;
import org.lanshao.turn.AlertChanges;
import org.lanshao.turn.Cause;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewTimer;
import org.lanshao.turn.TimerMove;

/**
 * What a turn writes because of an alert, or of a look in a conversation that nobody speaks in.
 *
 * @param moves what becomes of the timers of a look at it
 * @param follows the alert that its reporter goes on talking about; empty if it stays as it was
 */
record AlertWork(
    AlertChanges changes,
    List<NewOutgoing> outgoing,
    List<NewTimer> timers,
    List<TimerMove> moves,
    List<Cause> ended,
    Optional<String> follows) {
  static final AlertWork NONE =
      new AlertWork(
          AlertChanges.NONE, List.of(), List.of(), List.of(), List.of(), Optional.empty());

  /** Whether nothing is written but what becomes of timers. */
  boolean isSilent() {
    return changes.step().isEmpty() && outgoing.isEmpty() && timers.isEmpty();
  }

  /** The same, with what becomes of other timers. */
  AlertWork moved(List<TimerMove> more) {
    return more.isEmpty() ? this : new AlertWork(changes, outgoing, timers, more, ended, follows);
  }

  AlertWork {
    outgoing = List.copyOf(outgoing);
    timers = List.copyOf(timers);
    moves = List.copyOf(moves);
    ended = List.copyOf(ended);
  }
}
