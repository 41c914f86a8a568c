package org.lanshao.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound;

/**
 * The port through which committed outgoing rows are sent. Whoever sends claims rows, calls the
 * platform and settles each claim. Messages to one target go out one after the other, in the order
 * in which they were committed: the next is claimable once the one before it is accepted or
 * refused. Methods block: call them on virtual threads.
 */
public interface Outgoing {
  /**
   * Takes rows that are due, at most one for each target and at most {@code limit}, for the time of
   * the lease. A claim that is not settled by then, on the database's clock, ends, and the row can
   * be claimed again.
   *
   * @return what was taken, oldest first; empty when nothing is due
   */
  List<Claimed> claim(int limit, Duration lease) throws Unavailable;

  /**
   * Writes what became of a claim.
   *
   * @return false when the claim had ended: somebody else holds the row or has settled it
   */
  boolean settle(UUID id, long claim, Settlement settlement) throws Unavailable;

  /**
   * What the platform gave to find or change a message later.
   *
   * @param once as in {@link NewOutgoing}
   * @return empty when it gave nothing, or has not taken such a message
   */
  Optional<String> handle(String once) throws Unavailable;

  /** When the next row is due or the next lease ends; empty when nothing waits. */
  Optional<Instant> nextDue() throws Unavailable;

  /** How many rows are neither accepted nor refused. */
  long waiting() throws Unavailable;

  /**
   * Runs this after every commit of this node that held outgoing rows, so that a sender wakes at
   * once. It runs on the writer's thread and must only signal. A second call replaces the first.
   */
  void onCommitted(Runnable wake);

  /**
   * A row that was taken to be sent.
   *
   * @param claim the number of this claim, to settle it with
   * @param attempt which try this is, from 1
   * @param channel through which
   * @param message what and to whom
   * @param at when it was asked for
   */
  record Claimed(long claim, int attempt, ChannelName channel, Outbound message, Instant at) {
    /** Without what it says. */
    @Override
    public String toString() {
      return "Claimed[" + message.id() + " " + claim + "]";
    }
  }

  /** What became of a claim. The codes are ours, stable; the platform's own may be empty text. */
  sealed interface Settlement {
    /**
     * The platform took it.
     *
     * @param handle what it gave to find or change the message later; empty text if nothing; kept
     *     sealed
     * @param undelivered the accounts that it could not reach, of several
     */
    record Accepted(String handle, List<String> undelivered) implements Settlement {
      /** Taken for everybody, with nothing to find it by. */
      public static final Accepted PLAIN = new Accepted("", List.of());

      /** Copies the list. */
      public Accepted {
        undelivered = List.copyOf(undelivered);
      }

      /** How many were not reached; neither who nor the handle. */
      @Override
      public String toString() {
        return "Accepted[" + undelivered.size() + "]";
      }
    }

    /** Not now: try again from {@code at} on. */
    record Again(Instant at, String code, String platformCode) implements Settlement {}

    /** Not ever: the row rests where it can be listed. */
    record Refused(String code, String platformCode) implements Settlement {}
  }
}
