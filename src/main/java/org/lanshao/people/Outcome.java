package org.lanshao.people;

import java.util.List;
import java.util.Optional;
import org.lanshao.directory.Edit;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Proposal;
import org.lanshao.message.Reply;

/**
 * What follows from words about people, duty and groups.
 *
 * @param reply what is said back
 * @param deed what is done; empty when nothing is
 */
public record Outcome(Reply reply, Optional<Deed> deed) {
  /**
   * A change of the directory, and who hears of it.
   *
   * @param kind what it is about
   * @param subject the id of the person or group, or the code of the area; no name
   * @param edits what changes
   * @param notices what others are told
   * @param heirs who takes over the work of whom
   */
  public record Deed(
      Proposal.Kind kind,
      String subject,
      List<Edit> edits,
      List<Notice> notices,
      List<Edit.HandOver> heirs) {
    /** Copies the lists. */
    public Deed {
      edits = List.copyOf(edits);
      notices = List.copyOf(notices);
      heirs = List.copyOf(heirs);
    }

    /** In which nobody takes work over. */
    public Deed(Proposal.Kind kind, String subject, List<Edit> edits, List<Notice> notices) {
      this(kind, subject, edits, notices, List.of());
    }
  }

  /** A message to somebody else. */
  public record Notice(To to, Reply.Part part) {
    /** Plain text. */
    Notice(To to, String text) {
      this(to, new Reply.Part(text, List.of()));
    }
  }

  /** Whom a message goes to. */
  public sealed interface To {
    /** Somebody of the directory, on the channel through which this came. */
    record Known(PersonId person) implements To {}

    /** Whoever has this account. */
    record Account(String channel, String account) implements To {}

    /** A group, by where it is written to. */
    record Chat(String channel, String send) implements To {}
  }

  /** Says this and changes nothing. */
  static Outcome say(Reply reply) {
    return new Outcome(reply, Optional.empty());
  }

  static Outcome of(Reply reply, Deed deed) {
    return new Outcome(reply, Optional.of(deed));
  }
}
