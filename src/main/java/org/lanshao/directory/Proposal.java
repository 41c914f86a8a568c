package org.lanshao.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A change that waits for somebody's word: of whoever asked for it, who saw what it would do, or of
 * somebody above, who was asked.
 *
 * @param number by which people name it, such as R12
 * @param kind what it is about
 * @param at when it was made
 * @param until until when it can be decided
 * @param by who asked for it; empty when nobody of the directory did
 * @param origin where it was asked for, and the answer goes
 * @param area where it belongs
 * @param subject the id of the person or group, or the code of the area, that it is about
 * @param edits what it would change
 * @param code what has to be typed back to bind a group; empty text otherwise
 * @param state whether it was decided
 * @param decider who decided it
 */
public record Proposal(
    String number,
    Kind kind,
    Instant at,
    Instant until,
    Optional<PersonId> by,
    Origin origin,
    AreaCode area,
    String subject,
    List<Edit> edits,
    String code,
    State state,
    Optional<PersonId> decider) {
  /** Copies the edits. */
  public Proposal {
    edits = List.copyOf(edits);
  }

  /** What a change of the directory is about. */
  public enum Kind {
    /** The files were read. */
    IMPORT,
    REGISTER,
    MOVE,
    LEAVE,
    RETURN,
    /** Somebody's name, telephone number or account. */
    UPDATE,
    ROSTER,
    DUTY,
    BIND,
    UNBIND
  }

  /** Whether it waits. */
  public enum State {
    OPEN,
    DONE,
    REFUSED,
    /** Its maker took it back, or asked for something else instead. */
    DROPPED
  }

  /**
   * Where something was asked for: a private chat.
   *
   * @param channel the name of the channel
   * @param account of whoever asked; empty text when the platform told it by itself
   */
  public record Origin(String channel, String account) {}

  /** Whether it can be decided at this moment. */
  public boolean isOpen(Instant now) {
    return state == State.OPEN && now.isBefore(until);
  }

  /** Whether its own maker has the word, who saw what it would do. */
  public boolean isPreview() {
    return by.isPresent();
  }

  /** Decided so. */
  Proposal settled(Edit.Settle settle) {
    return state != State.OPEN
        ? this
        : new Proposal(
            number,
            kind,
            at,
            until,
            by,
            origin,
            area,
            subject,
            edits,
            code,
            settle.state(),
            settle.by());
  }

  /** The number alone. */
  @Override
  public String toString() {
    return "Proposal[" + number + "]";
  }
}
