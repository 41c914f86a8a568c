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
 * @param back what its channel needs to answer it, in the channel's own terms; it may hold a
 *     secret; empty text if nothing
 */
public record Inbound(
    ChannelName channel,
    String messageId,
    Chat chat,
    String account,
    Content content,
    Instant receivedAt,
    String back) {
  /** A message that is answered as any other. */
  public Inbound(
      ChannelName channel,
      String messageId,
      Chat chat,
      String account,
      Content content,
      Instant receivedAt) {
    this(channel, messageId, chat, account, content, receivedAt, "");
  }

  /** The same from another account. */
  public Inbound from(String other) {
    return new Inbound(channel, messageId, chat, other, content, receivedAt, back);
  }

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
