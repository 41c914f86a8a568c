package org.lanshao.dialogue;

import java.util.List;
import org.lanshao.form.Check;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;

/** What a session waits for. */
sealed interface Stage {
  /** An answer to this question. */
  record Asking(Question question, boolean editing) implements Stage {}

  /** Which of the candidates is meant. */
  record Choosing(Question question, List<Value> candidates) implements Stage {
    /** Copies the candidates. */
    public Choosing {
      candidates = List.copyOf(candidates);
    }
  }

  /** Whether it is really so, though this check doubts it. */
  record Doubting(int index, Check check) implements Stage {}

  /** Submit, cancel or change something. */
  record Reviewing() implements Stage {}

  /** Nothing: it is submitted or cancelled. */
  record Over() implements Stage {}

  static Stage of(Session session) {
    if (session.ended()) {
      return new Over();
    }
    return switch (session.detour()) {
      case Detour.Editing(QuestionId id) ->
          session
              .form()
              .question(id)
              .<Stage>map(q -> new Asking(q, true))
              .orElseGet(() -> ahead(session));
      case Detour.Choosing(QuestionId id, List<Value> candidates) ->
          session
              .form()
              .question(id)
              .<Stage>map(q -> new Choosing(q, candidates))
              .orElseGet(() -> ahead(session));
      case Detour.None() -> ahead(session);
    };
  }

  private static Stage ahead(Session session) {
    var path = Path.of(session);
    return Checking.doubt(session, path)
        .<Stage>map(index -> new Doubting(index, session.form().checks().get(index)))
        .or(() -> path.next().map(question -> new Asking(question, false)))
        .orElseGet(Reviewing::new);
  }
}
