package org.lanshao.command;

import org.lanshao.message.Chat;

/** What groups see of few people of some kind: only that they are few. */
public final class Few {
  /** Fewer than this could tell who they are. */
  private static final int FEWEST_IN_GROUPS = 3;

  private Few() {}

  /**
   * A number as a chat may see it.
   *
   * @param category whether it is of some kind of people
   * @param told how it is told where it may be seen
   */
  public static String shown(long number, boolean category, Chat chat, String told) {
    return category && isHidden(number, chat) ? "<" + FEWEST_IN_GROUPS : told;
  }

  /** Whether a number of some kind of people may not be seen in a chat. */
  static boolean isHidden(long number, Chat chat) {
    return chat instanceof Chat.Group && number > 0 && number < FEWEST_IN_GROUPS;
  }
}
