package org.lanshao.directory;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A group chat.
 *
 * @param id theirs for ever
 * @param name as people know it
 * @param area whose it is
 * @param channel the name of the channel it lives on
 * @param send where to write, in the channel's terms; empty text if it cannot be written to
 * @param hear the chat id that is heard; empty text if it cannot be heard
 * @param agencies whose people are in it, as in the joint group of a town (联合小组群); none: it is the
 *     area's own, and all that goes to the area goes to it
 */
public record Group(
    GroupId id,
    String name,
    AreaCode area,
    String channel,
    String send,
    String hear,
    Set<Agency> agencies) {
  /** The own group of an area. */
  public Group(GroupId id, String name, AreaCode area, String channel, String send, String hear) {
    this(id, name, area, channel, send, hear, Set.of());
  }

  /** Copies the set. */
  public Group {
    agencies = Collections.unmodifiableSet(new LinkedHashSet<>(agencies));
  }

  /** Whether it is an area's own group, not one of agencies. */
  public boolean isOwn() {
    return agencies.isEmpty();
  }

  /** The same, of these agencies. */
  public Group of(Set<Agency> others) {
    return new Group(id, name, area, channel, send, hear, others);
  }

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
