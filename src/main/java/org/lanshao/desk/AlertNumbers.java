package org.lanshao.desk;

import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;

/** The numbers of alerts, and the conversation that each has of its own. */
final class AlertNumbers {
  /** No channel of the settings can be called so: their names have no colon. */
  private static final ChannelName OWN = new ChannelName("alert:");

  private static final String REAL = "E";
  private static final String PRACTICE = "EX";

  private AlertNumbers() {}

  /** What the next number begins with. */
  static String kind(boolean practice) {
    return practice ? PRACTICE : REAL;
  }

  /** Whether this is the number of practice. */
  static boolean isPractice(String number) {
    return number.startsWith(PRACTICE);
  }

  /** The conversation in which the looks at an alert are turns. */
  static ConversationId conversation(String number) {
    return new ConversationId(OWN, new Chat.Private(), number);
  }

  /** Whether these are turns of an alert. */
  static boolean isOwn(ConversationId conversation) {
    return conversation.channel().equals(OWN);
  }
}
