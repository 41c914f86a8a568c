package org.lanshao.message;

import java.time.Instant;

/**
 * A message or event, as every channel hands it on.
 *
 * @param channel where it came from
 * @param messageId the same for every delivery of the same message, different for different ones,
 *     within its channel
 * @param chat where it was said
 * @param account who said it, in the channel's terms, as the directory writes it or in any case
 * @param content what was said; private
 * @param receivedAt when this process got it
 */
public record Inbound(
    ChannelName channel,
    String messageId,
    Chat chat,
    String account,
    Content content,
    Instant receivedAt) {
  /** The conversation it belongs to. */
  public ConversationId conversation() {
    return new ConversationId(channel, chat, account);
  }

  /** Without what was said. */
  @Override
  public String toString() {
    return "Inbound[" + conversation().key() + " " + messageId + "]";
  }
}
