package org.lanshao.message;

/**
 * Who talks where: a person's account in one chat of one channel. One conversation has at most one
 * form in hand, and its messages are handled one after the other.
 */
public record ConversationId(ChannelName channel, Chat chat, String account) {
  /** One text for it, unique, fit for a database key; it holds account and chat ids, no names. */
  public String key() {
    return switch (chat) {
      case Chat.Private() -> channel + "/" + account;
      case Chat.Group(String id) -> channel + "/" + account + "@" + id;
    };
  }
}
