package org.lanshao.turn;

import java.time.Instant;
import java.util.UUID;
import org.lanshao.message.ConversationId;

/**
 * Something that must be looked at when its time has come, as a row.
 *
 * @param id UUIDv7
 * @param kind what is looked at
 * @param conversation in which its turns are taken
 * @param due when to look first
 * @param since when what it watches began
 * @param about what an {@link Kind#ASIDE} goes on with: {@code channel/group}; else empty text
 */
public record NewTimer(
    UUID id, Kind kind, ConversationId conversation, Instant due, Instant since, String about) {
  /** About nothing else than its conversation. */
  public NewTimer(UUID id, Kind kind, ConversationId conversation, Instant due, Instant since) {
    this(id, kind, conversation, due, since, "");
  }

  /** What a timer watches. */
  public enum Kind {
    /** A draft, while it is in hand or put aside. */
    DRAFT,
    /** A record that was filed with answers missing. */
    PENDING,
    /** A shift that ends by itself. */
    DUTY,
    /** Work that comes to this person from somebody who left. */
    HANDOVER,
    /** Pictures and files that wait for a form or record. */
    LOOSE,
    /** An alert that is not closed; in its reporter's talk, the form that asks for its rest. */
    ALERT,
    /** In a private talk, what its person said in a group and what goes on here. */
    ASIDE,
    /** Matters of somebody that are to be followed. */
    CARE,
    /** A station of which people who were moved are not home. */
    SHELTER,
    /** A notice that is not over. */
    NOTICE,
    /** A minute in which records were revised that may be in reports. */
    REPORT
  }
}
