package org.lanshao.app;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.dialogue.Event;
import org.lanshao.dialogue.Session;
import org.lanshao.drawing.Losses;
import org.lanshao.form.Form;
import org.lanshao.form.FormId;
import org.lanshao.form.FormReader;
import org.lanshao.form.QuestionId;
import org.lanshao.turn.EventJson;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Talks;
import org.lanshao.turn.Unavailable;

/**
 * Where drafts of a form were given up, found by folding all stored turns again: exact, not fast.
 * For one thread.
 */
final class LostDrafts {
  private final FormId form;
  private final Facts facts;
  private final Map<String, Form> byHash = new HashMap<>();
  private final Map<QuestionId, Long> atQuestion = new HashMap<>();
  private long later;

  private LostDrafts(FormId form, Facts facts) {
    this.form = form;
    this.facts = facts;
  }

  /** The losses of all versions of a form together. */
  static Losses of(FormId form, Facts facts, Talks talks) throws Unavailable {
    var lost = new LostDrafts(form, facts);
    for (String conversation : talks.conversations()) {
      lost.take(talks.events(conversation));
    }
    return new Losses(lost.atQuestion, lost.later);
  }

  /**
   * A start puts a draft on top, an end takes the top one away, 保存 lays it aside. Of drafts whose
   * beginning was purged, because it is old, nothing is known.
   */
  private void take(List<String> turns) throws Unavailable {
    Deque<Session> open = new ArrayDeque<>();
    List<Optional<Session>> kept = new ArrayList<>();
    for (String turn : turns) {
      for (Event event : turn.isEmpty() ? List.<Event>of() : EventJson.read(turn)) {
        switch (event) {
          case Event.Started started -> open.push(Session.of(form(started.definition())));
          case Event.Submitted ignored -> open.poll();
          case Event.Cancelled ignored -> Optional.ofNullable(open.poll()).ifPresent(this::lose);
          case Event.Kept() -> kept.add(top(open, event));
          case Event.Resumed(int number) ->
              taken(kept, number).ifPresent(draft -> open.push(draft.after(event)));
          default -> top(open, event).ifPresent(open::push);
        }
      }
    }
  }

  private static Optional<Session> top(Deque<Session> open, Event event) {
    return Optional.ofNullable(open.poll()).map(draft -> draft.after(event));
  }

  private static Optional<Session> taken(List<Optional<Session>> kept, int number) {
    return number < kept.size() ? kept.remove(number) : Optional.empty();
  }

  private void lose(Session draft) {
    if (!draft.form().id().equals(form)) {
      return;
    }
    Optional<QuestionId> at = draft.open();
    at.ifPresentOrElse(question -> atQuestion.merge(question, 1L, Long::sum), () -> later++);
  }

  private Form form(String hash) throws Unavailable {
    var known = byHash.get(hash);
    if (known != null) {
      return known;
    }
    var definition = facts.definition(hash);
    var read =
        FormReader.read(
            definition.orElseThrow(() -> new IllegalStateException("no definition " + hash)),
            Vocabulary.schema());
    byHash.put(hash, read);
    return read;
  }
}
