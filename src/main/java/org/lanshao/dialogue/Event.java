package org.lanshao.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanshao.form.Answers;
import org.lanshao.form.FormId;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;

/**
 * What happened to a form in hand. A turn stores its events, and a {@link Session} is the fold of
 * them, so that what was once understood never changes.
 */
public sealed interface Event {
  /** A form was begun; {@code definition} is the hash of the definition it is filled with. */
  record Started(FormId form, String definition) implements Event {}

  /** The form was opened on a record that is to be revised; right after {@link Started}. */
  record Reopened(Basis basis) implements Event {}

  /** The reason for a revision was given; private. */
  record Reasoned(String why) implements Event {}

  /** A question was answered, for the first time or again. */
  record Answered(QuestionId question, Value value) implements Event {}

  /** A question was answered as in the last record. */
  record Copied(QuestionId question, Value value) implements Event {}

  /** A question was left out; one that must be answered can be added to the record later. */
  record Skipped(QuestionId question) implements Event {}

  /** An answer was taken back because a check refused it. */
  record Cleared(QuestionId question) implements Event {}

  /** What was said could not be taken as an answer to this open question. */
  record Misread(QuestionId question) implements Event {}

  /** An answer is to be changed (改N): its question is open until it is answered or closed. */
  record Opened(QuestionId question) implements Event {}

  /**
   * The answer could mean several things, of which one is to be picked. One alone is a point on the
   * map whose place is to be said.
   */
  record Offered(QuestionId question, List<Value> candidates) implements Event {
    /** Copies the list. */
    public Offered {
      candidates = List.copyOf(candidates);
    }
  }

  /** What was opened or offered is let be. */
  record Closed() implements Event {}

  /** A note was shown. */
  record Noted(QuestionId question) implements Event {}

  /** The person says that it is so, though this check doubts it; counted from 0. */
  record Insisted(int check) implements Event {}

  /** The last answer, skip or restart was taken back (返回). */
  record Undone() implements Event {}

  /** All answers were dropped (重来). */
  record Restarted() implements Event {}

  /** The last {@code count} events came of one message; 返回 takes them back together. */
  record Together(int count) implements Event {}

  /**
   * Several reports of one message wait to be filed together, each with its own answers; what is
   * answered besides holds for all that do not say it themselves.
   */
  record Gathered(List<Answers> records) implements Event {
    /** Copies the list. */
    public Gathered {
      records = List.copyOf(records);
    }
  }

  /** The form was given up. */
  record Cancelled() implements Event {}

  /** The form was put aside, to be taken up later. */
  record Kept() implements Event {}

  /** A form that was put aside is in hand again; which one, from 0. */
  record Resumed(int kept) implements Event {}

  /** A timer watches the form in hand from now on. */
  record Timed(UUID timer, Instant at) implements Event {}

  /**
   * A picture ({@link Value.Photos} of one) or a file came while no form could take it: it belongs
   * nowhere yet.
   */
  record Loose(Value value, Instant at) implements Event {}

  /** What was loose has found its place. */
  record Placed() implements Event {}

  /** What was loose is given up: it must not be kept. */
  record Dropped() implements Event {}

  /** The record of the form in hand will have this number: of an alert, or of practice. */
  record Numbered(String number) implements Event {}

  /** The form was handed in. */
  record Submitted() implements Event {}

  /** Whether no form is asked any more after it: given up, put aside or handed in. */
  default boolean ends() {
    return this instanceof Submitted || this instanceof Cancelled || this instanceof Kept;
  }
}
