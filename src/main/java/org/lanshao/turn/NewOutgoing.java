package org.lanshao.turn;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound;
import org.lanshao.message.Reply;

/**
 * A message to be sent, as a row.
 *
 * @param id UUIDv7
 * @param channel through which
 * @param target to whom
 * @param part what; private. Where the same is said in several rounds, the text tells the round: a
 *     platform drops what says the same to the same person within minutes
 * @param once a second row with the same text is not written: {@code
 *     reply:<conversation>:<seq>:<n>}
 * @param at when it was asked for
 * @param terms how urgent it is and what it is sent for
 */
public record NewOutgoing(
    UUID id,
    ChannelName channel,
    Outbound.Target target,
    Reply.Part part,
    String once,
    Instant at,
    Terms terms) {
  /**
   * How urgent a message is and what it is sent for.
   *
   * @param lane how urgent
   * @param expires from when on it is of no use and is not sent; empty: never
   * @param cause what it is sent for; empty if nothing can end it
   */
  public record Terms(Lane lane, Optional<Instant> expires, Optional<Cause> cause) {
    /** An answer to what somebody said. */
    public static final Terms REPLY = of(Lane.REPLY);

    /** Something told unasked. */
    public static final Terms NOTICE = of(Lane.NOTICE);

    /** Always of use, and nothing ends it. */
    public static Terms of(Lane lane) {
      return new Terms(lane, Optional.empty(), Optional.empty());
    }
  }

  /** The same, saying something else. */
  public NewOutgoing saying(Reply.Part other) {
    return new NewOutgoing(id, channel, target, other, once, at, terms);
  }

  /** Without what it says. */
  @Override
  public String toString() {
    return "NewOutgoing[" + id + "]";
  }
}
