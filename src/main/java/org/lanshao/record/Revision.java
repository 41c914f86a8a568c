package org.lanshao.record;

import java.time.Instant;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Answers;

/**
 * A record at one point of its life: as it was filed, or what a correction, a return to its author
 * or a withdrawal made of it. The latest revision is how the record stands; the earlier ones are
 * its history and never change.
 *
 * @param record the record with this revision's answers and area; who filed it, when and for which
 *     day stay as they were
 * @param number 1 when it was filed, then one more each time
 * @param state what this revision made of it
 * @param by who made this revision
 * @param at when it was made
 * @param why the reason that was given; private; empty text if none
 */
public record Revision(
    Submission record, int number, State state, PersonId by, Instant at, String why) {
  /** Refuses numbers below 1. */
  public Revision {
    if (number < 1) {
      throw new IllegalArgumentException("no revision " + number);
    }
  }

  /** How a record stands after a revision. */
  public enum State {
    /** As it was submitted. */
    FILED,
    /** Corrected. */
    CORRECTED,
    /** Returned to its author, who is to correct it; it counts as before. */
    RETURNED,
    /** Withdrawn: it counts nothing any more, and nothing follows. */
    WITHDRAWN
  }

  /** Who revises, when and why. */
  public record Making(PersonId by, Instant at, String why) {
    /** Without the reason. */
    @Override
    public String toString() {
      return "Making[" + by + "]";
    }
  }

  /** The first revision of a record: as it was filed. */
  public static Revision first(Submission record) {
    return new Revision(record, 1, State.FILED, record.person(), record.at(), "");
  }

  /** The revision after this one, with other answers, which belong to this area. */
  public Revision corrected(AreaCode area, Answers answers, Making making) {
    return next(record.with(area, answers), State.CORRECTED, making);
  }

  /** The revision after this one, with the same answers, back in its author's hands. */
  public Revision returned(Making making) {
    return next(record, State.RETURNED, making);
  }

  /** The revision after this one, with the same answers, which count no more. */
  public Revision withdrawn(Making making) {
    return next(record, State.WITHDRAWN, making);
  }

  private Revision next(Submission revised, State state, Making making) {
    return new Revision(revised, number + 1, state, making.by(), making.at(), making.why());
  }

  /** Without answers and reason. */
  @Override
  public String toString() {
    return "Revision[" + record.number() + " " + number + " " + state + "]";
  }
}
