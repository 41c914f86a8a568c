package org.lanshao.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.lanshao.form.Answers;
import org.lanshao.form.QuestionId;

/** What of a session changes by one event; all else stays as it was. */
final class Changing {
  Answers answers;
  Set<QuestionId> skipped;
  Set<QuestionId> noted;
  Set<Integer> insisted;
  Detour detour;
  int misread;
  Session.End end;
  List<Event> trail;
  Optional<Basis> basis;

  private Changing(Session before) {
    this.answers = before.answers();
    this.skipped = before.skipped();
    this.noted = before.noted();
    this.insisted = before.insisted();
    this.detour = before.detour();
    this.misread = before.misread();
    this.end = before.end();
    this.trail = before.trail();
    this.basis = before.basis();
  }

  /** The session with what is changed. */
  static Session of(Session before, Consumer<Changing> change) {
    var next = new Changing(before);
    change.accept(next);
    return new Session(
        before.form(),
        next.answers,
        next.skipped,
        next.noted,
        next.insisted,
        next.detour,
        next.misread,
        next.end,
        next.trail,
        next.basis);
  }

  /** The next question is asked anew. */
  void ask() {
    detour = new Detour.None();
    misread = 0;
  }
}
