package org.lanshao.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.lanshao.message.ConversationId;

/** The port through which due timers are found. Methods block: call them on virtual threads. */
public interface Timers {
  /**
   * Takes timers that are due at {@code now}, all of a conversation together, of at most {@code
   * limit} conversations, for the time of the lease. What is not moved by then, on the database's
   * clock, can be claimed again.
   *
   * @return what was taken, those of a conversation side by side; empty when nothing is due
   */
  List<Due> claim(int limit, Duration lease, Instant now) throws Unavailable;

  /** When the next timer is due, leases aside; empty when there is none. */
  Optional<Instant> nextTimer() throws Unavailable;

  /** What is due at {@code now} and was not yet moved. */
  Overdue overdue(Instant now) throws Unavailable;

  /**
   * Tells this, after every turn of this node that began timers, when the first of them is due, so
   * that who rings wakes in time. It runs on the writer's thread and must only signal. A second
   * call replaces the first.
   */
  void onCommitted(Consumer<Instant> due);

  /**
   * A timer that is due.
   *
   * @param since as in {@link NewTimer} or the last {@link TimerMove.Next}
   * @param step as in the last {@link TimerMove.Next}; 0 before
   * @param look how often it was looked at before
   * @param about as in {@link NewTimer}
   */
  record Due(
      UUID id,
      NewTimer.Kind kind,
      ConversationId conversation,
      Instant since,
      int step,
      long look,
      String about) {
    /** About nothing else than its conversation. */
    public Due(
        UUID id,
        NewTimer.Kind kind,
        ConversationId conversation,
        Instant since,
        int step,
        long look) {
      this(id, kind, conversation, since, step, look, "");
    }

    /** The message id of the turn that this look takes: the same for whoever looks. */
    public String messageId() {
      return "timer:" + id + ":" + look;
    }
  }

  /**
   * Timers that wait to be looked at.
   *
   * @param count how many
   * @param oldest since when the oldest is due; empty when none is
   */
  record Overdue(long count, Optional<Instant> oldest) {}
}
