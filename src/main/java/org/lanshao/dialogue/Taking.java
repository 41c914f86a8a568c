package org.lanshao.dialogue;

import org.lanshao.form.Check;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;

/** Takes an answer that was understood, unless a check refuses it. */
final class Taking {
  private Taking() {}

  /**
   * Takes it. Where a check refuses, says so; the question that the check is about is open then.
   */
  static void take(Question question, Value value, Move move) {
    settle(question, new Event.Answered(question.id(), value), move);
  }

  /** As {@link #take}, for an answer of the last record. */
  static void copy(Question question, Value value, Move move) {
    settle(question, new Event.Copied(question.id(), value), move);
  }

  /** Leaves it out; an extra question that was opened and stays unanswered is only let be. */
  static void skip(Question question, Move move) {
    if (question.isExtra() && move.session().answers().get(question.id()).isEmpty()) {
      move.happen(new Event.Closed());
      return;
    }
    settle(question, new Event.Skipped(question.id()), move);
  }

  private static void settle(Question question, Event event, Move move) {
    var next = move.session().after(event);
    var path = Path.of(next);
    var refusal = Checking.refusal(next, path).map(index -> next.form().checks().get(index));
    if (refusal.isEmpty()) {
      move.happen(event, next, path);
      return;
    }
    refuse(refusal.get(), next, path, move);
    var culprit = Checking.culprit(refusal.get(), next, path);
    if (culprit.equals(java.util.Optional.of(question.id()))) {
      move.happen(new Event.Misread(question.id()));
      return;
    }
    move.happen(event, next, path);
    culprit.ifPresent(id -> clear(id, move));
  }

  private static void refuse(Check check, Session next, Path path, Move move) {
    var slots = Shown.slots(next.form(), path.answers(), move.context().wording());
    move.say(check.say().fill(slots));
  }

  /** Another check may refuse what is left: then what it is about is cleared as well. */
  private static void clear(QuestionId id, Move move) {
    move.happen(new Event.Cleared(id));
    var path = move.path();
    Checking.refusal(move.session(), path)
        .flatMap(
            index ->
                Checking.culprit(move.session().form().checks().get(index), move.session(), path))
        .ifPresent(next -> clear(next, move));
  }
}
