package org.lanshao.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound;

/**
 * The port through which committed outgoing rows are sent. Whoever sends claims rows, calls the
 * platform and settles each claim. More urgent lanes come first. Within a lane, messages to one
 * target go out one after the other, in the order in which they were committed: the next is
 * claimable once the one before it has come to its end, or stands aside because it was put back
 * three times or for more than a minute. Methods block: call them on virtual threads.
 */
public interface Outgoing {
  /**
   * Takes rows that are due, at most one for each target and lane and at most {@code limit}, for
   * the time of the lease. A claim that is not settled by then, on the database's clock, ends, and
   * the row can be claimed again.
   *
   * @param last the least urgent lane from which rows are taken
   * @return what was taken, most urgent first; empty when nothing is due
   */
  List<Claimed> claim(Lane last, int limit, Duration lease) throws Unavailable;

  /**
   * Writes what became of claims, together.
   *
   * @return those whose claim had not ended; another's row was claimed by somebody else or is
   *     settled
   */
  Set<UUID> settle(List<Settled> settled) throws Unavailable;

  /**
   * What the platform gave to find or change a message later.
   *
   * @param once as in {@link NewOutgoing}
   * @return empty when it gave nothing, or has not taken such a message
   */
  Optional<String> handle(String once) throws Unavailable;

  /**
   * When the next row that is not yet due will be, or the next lease ends.
   *
   * @param last the least urgent lane that is looked at
   * @return empty when no such row waits
   */
  Optional<Instant> nextDue(Lane last) throws Unavailable;

  /** What waits. */
  Queue queue() throws Unavailable;

  /**
   * What platforms have taken since, in the order in which it was settled; of the newest hundred
   * thousand rows.
   */
  List<Taken> takenSince(Instant from) throws Unavailable;

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
   * @param lane how urgent it is
   * @param expires from when on it is of no use; empty: never
   */
  record Claimed(
      long claim,
      int attempt,
      ChannelName channel,
      Outbound message,
      Instant at,
      Lane lane,
      Optional<Instant> expires) {
    /** Without what it says. */
    @Override
    public String toString() {
      return "Claimed[" + message.id() + " " + claim + "]";
    }
  }

  /**
   * What waits to be sent.
   *
   * @param laneToDepth every lane with what waits in it
   * @param later the targets whose next message waits for a time to come, the longest first, at
   *     most twenty
   */
  record Queue(Map<Lane, Depth> laneToDepth, List<Later> later) {
    /** Copies both. */
    public Queue {
      laneToDepth = Map.copyOf(laneToDepth);
      later = List.copyOf(later);
    }

    /** How many rows wait. */
    public long waiting() {
      return laneToDepth.values().stream().mapToLong(Depth::count).sum();
    }
  }

  /**
   * What waits in a lane.
   *
   * @param oldest when the oldest was asked for; empty when nothing waits
   */
  record Depth(long count, Optional<Instant> oldest) {}

  /**
   * A target whose messages wait.
   *
   * @param target a short keyed hash, which tells targets apart and does not tell who it is
   * @param next when its next message is tried
   */
  record Later(ChannelName channel, String target, long count, Instant next) {}

  /**
   * What waits for one target.
   *
   * @param target to whom; or what stands for somebody who is not named
   * @param count how many messages
   */
  record Line(ChannelName channel, Outbound.Target target, long count) {
    /** Without whom it goes to. */
    @Override
    public String toString() {
      return "Line[" + channel + " " + count + "]";
    }
  }

  /**
   * A message that was taken.
   *
   * @param at when this was written
   */
  record Taken(ChannelName channel, Outbound message, Lane lane, Instant at) {
    /** Without what it says. */
    @Override
    public String toString() {
      return "Taken[" + message.id() + "]";
    }
  }

  /** What became of a claim. */
  record Settled(UUID id, long claim, Settlement settlement) {}

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

    /**
     * It was not tried, for what its platform allows is used up until {@code at}; all that waits
     * for the same target waits with it. It does not count as a try.
     */
    record Paced(Instant at) implements Settlement {}

    /** It was not sent, for it is of no use any more. */
    record Expired() implements Settlement {}

    /** Not ever: the row rests where it can be listed. */
    record Refused(String code, String platformCode) implements Settlement {}
  }
}
