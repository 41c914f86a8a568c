package org.lanshao.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.form.Media;
import org.lanshao.message.ConversationId;

/**
 * The port through which the bytes of committed media are fetched. Whoever fetches claims rows,
 * asks the platform, keeps the bytes and settles each claim. Methods block: call them on virtual
 * threads.
 */
public interface MediaRows {
  /**
   * Takes rows that are due, at most {@code limit}, for the time of the lease. A claim that is not
   * settled by then, on the database's clock, ends, and the row can be claimed again.
   *
   * @return what was taken, oldest first; empty when nothing is due
   */
  List<Claimed> claim(int limit, Duration lease) throws Unavailable;

  /**
   * Writes what became of a claim, and what is said about it in the same transaction.
   *
   * @return false when the claim had ended: somebody else holds the row or has settled it; then
   *     nothing is said either
   */
  boolean settle(Claimed claimed, Settlement settlement, List<NewOutgoing> said) throws Unavailable;

  /** When the next row is due or the next lease ends; empty when nothing waits. */
  Optional<Instant> nextDue() throws Unavailable;

  /** What is neither kept nor refused. */
  Waiting waiting() throws Unavailable;

  /** What became of a picture or file so far; empty when no turn took it as an answer. */
  Optional<State> state(Media.Sent sent) throws Unavailable;

  /**
   * Which bytes are kept for nobody any more, by their hash: all that refers to them was dropped.
   *
   * @return at most some hundred; the rest after these are {@link #forget forgotten}
   */
  List<String> unused() throws Unavailable;

  /** Of these hashes those under which bytes are kept for somebody. */
  Set<String> used(List<String> hashes) throws Unavailable;

  /** The bytes of this hash are gone: what was dropped refers to them no more. */
  void forget(String hash) throws Unavailable;

  /**
   * Runs this after every commit of this node that held media, so that a fetcher wakes at once. It
   * runs on the writer's thread and must only signal. A second call replaces the first.
   */
  void onCommitted(Runnable wake);

  /**
   * A row that was taken to be fetched.
   *
   * @param reference its key: a keyed hash of its channel and the platform's id
   * @param claim the number of this claim
   * @param attempt which try this is, from 1
   * @param conversation in which it was sent
   * @param sent what the platform keeps
   * @param wanted what the question takes
   * @param at when it was taken as an answer
   */
  record Claimed(
      byte[] reference,
      long claim,
      int attempt,
      ConversationId conversation,
      Media.Sent sent,
      NewMedia.Wanted wanted,
      Instant at) {
    /** The reference in hex: it names the row in logs and tells nothing. */
    public String name() {
      return HexFormat.of().formatHex(reference);
    }

    /** Without the platform's id. */
    @Override
    public String toString() {
      return "Claimed[" + name() + " " + claim + "]";
    }
  }

  /** What became of a claim. The codes are ours, stable; the platform's own may be empty text. */
  sealed interface Settlement {
    /**
     * Its bytes are kept.
     *
     * @param hash by which {@link MediaFiles} finds them
     * @param type what they are, such as {@code jpeg}
     * @param size how many
     */
    record Kept(String hash, String type, long size) implements Settlement {}

    /** Not now: try again from {@code at} on. */
    record Again(Instant at, String code, String platformCode) implements Settlement {}

    /** Not ever. */
    record Refused(String code, String platformCode) implements Settlement {}
  }

  /** Where a picture or file stands. */
  sealed interface State {
    /** It waits to be fetched. */
    record Waits() implements State {}

    /** Its bytes are kept; as in {@link Settlement.Kept}. */
    record Kept(String hash, String type, long size) implements State {}

    /** Its bytes cannot be had, or are none that are kept. */
    record Refused(String code) implements State {}

    /** Nobody wanted it: its bytes are deleted, or will be. */
    record Dropped() implements State {}
  }

  /**
   * What waits.
   *
   * @param count how many
   * @param oldest when the oldest was taken as an answer; empty when none waits
   */
  record Waiting(long count, Optional<Instant> oldest) {}
}
