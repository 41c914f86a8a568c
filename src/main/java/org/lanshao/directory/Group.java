package org.lanshao.directory;

/**
 * A group chat.
 *
 * @param id theirs for ever
 * @param name as people know it
 * @param area whose it is
 * @param channel the name of the channel it lives on
 * @param send where to write, in the channel's terms; empty text if it cannot be written to
 * @param hear the chat id that is heard; empty text if it cannot be heard
 */
public record Group(
    GroupId id, String name, AreaCode area, String channel, String send, String hear) {
  /** Whether what is said in it is heard. */
  public boolean isHeard() {
    return !hear.isEmpty();
  }

  /** Without {@code send}, which may hold a secret. */
  @Override
  public String toString() {
    return "Group[" + id + "]";
  }
}
