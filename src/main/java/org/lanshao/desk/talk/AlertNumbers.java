package org.lanshao.desk.talk;

import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;
import org.lanshao.reading.Practice;

/** The numbers of alerts, and the conversation that each has of its own. */
public final class AlertNumbers {
  /** No channel of the settings can be called so: their names have no colon. */
  private static final ChannelName OWN = new ChannelName("alert:");

  /** What the numbers of alerts begin with, and of the form that asks for their rest. */
  public static final String REAL = "E";

  private AlertNumbers() {}

  /** What the next number begins with. */
  public static String kind(boolean practice) {
    return practice ? Practice.of(REAL) : REAL;
  }

  /** Whether this is the number of an alert. */
  static boolean is(String number) {
    return Practice.letter(number).equals(REAL);
  }

  /** The conversation in which the looks at an alert are turns. */
  public static ConversationId conversation(String number) {
    return new ConversationId(OWN, new Chat.Private(), number);
  }

  /** Whether these are turns of an alert. */
  public static boolean isOwn(ConversationId conversation) {
    return conversation.channel().equals(OWN);
  }
}
