package org.lanshao.turn;

import java.time.Instant;
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
 * @param part what; private
 * @param once a second row with the same text is not written: {@code
 *     reply:<conversation>:<seq>:<n>}
 * @param at when it was asked for
 */
public record NewOutgoing(
    UUID id,
    ChannelName channel,
    Outbound.Target target,
    Reply.Part part,
    String once,
    Instant at) {
  /** Without what it says. */
  @Override
  public String toString() {
    return "NewOutgoing[" + id + "]";
  }
}
