package org.lanshao.dialogue;

import java.util.List;
import java.util.Optional;
import org.lanshao.form.Check;
import org.lanshao.form.Media;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;
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

  /** Which item of a group is to be changed. */
  record PickingItem(Question group) implements Stage {}

  /** What is to be changed in an item of a group. */
  record PickingPart(Question group, Items.Item item) implements Stage {}

  /** More photos, or that these are all. */
  record Collecting(Question question, int count) implements Stage {
    private static int count(Session session, QuestionId id) {
      return session
          .answers()
          .get(id)
          .map(value -> value instanceof Value.Photos(List<Media> photos) ? photos.size() : 0)
          .orElse(0);
    }
  }

  /** Why a record is revised. */
  record Reasoning() implements Stage {}

  /** Submit, cancel or change something. */
  record Reviewing() implements Stage {}

  /** Nothing: it is submitted or cancelled. */
  record Over() implements Stage {}

  static Stage of(Session session) {
    return of(session, Path.of(session));
  }

  /** As {@link #of(Session)}, where the way through the form is known. */
  static Stage of(Session session, Path path) {
    if (session.ended()) {
      return new Over();
    }
    return switch (session.detour()) {
      case Detour.Editing(QuestionId id) ->
          editing(id, session).orElseGet(() -> forward(session, path));
      case Detour.Choosing(QuestionId id, List<Value> candidates) ->
          Items.question(session.form(), id)
              .<Stage>map(q -> new Choosing(q, candidates))
              .orElseGet(() -> forward(session, path));
      case Detour.Collecting(QuestionId id) ->
          Items.question(session.form(), id)
              .<Stage>map(q -> new Collecting(q, Collecting.count(session, id)))
              .orElseGet(() -> forward(session, path));
      case Detour.None() -> forward(session, path);
    };
  }

  private static Optional<Stage> editing(QuestionId id, Session session) {
    var item = ItemId.of(id).filter(one -> one.part().isEmpty());
    var question = Items.question(session.form(), item.map(ItemId::group).orElse(id));
    if (question.isEmpty() || !(question.get().type() instanceof Type.Group)) {
      return question.map(asked -> new Asking(asked, true));
    }
    return item.isEmpty()
        ? question.map(PickingItem::new)
        : Path.items(question.get(), session).items().stream()
            .filter(one -> one.number() == item.get().number())
            .<Stage>map(one -> new PickingPart(question.get(), one))
            .findFirst();
  }

  /** Who withdraws or returns a record is asked nothing of its form. */
  private static Stage forward(Session session, Path path) {
    boolean asked = session.basis().map(b -> b.purpose() == Basis.Purpose.CORRECT).orElse(true);
    return asked ? ahead(session, path) : ending(session, true);
  }

  /** The reason, where one is needed for what is to be done, and then the review. */
  private static Stage ending(Session session, boolean doing) {
    boolean unexplained = session.basis().map(b -> b.explain() && b.why().isEmpty()).orElse(false);
    return doing && unexplained ? new Reasoning() : new Reviewing();
  }

  private static Stage ahead(Session session, Path path) {
    return session.isBatch()
        ? session.each().stream()
            .map(one -> aheadOfOne(one, Path.of(one)))
            .filter(stage -> !(stage instanceof Reviewing))
            .findFirst()
            .orElseGet(Reviewing::new)
        : aheadOfOne(session, path);
  }

  private static Stage aheadOfOne(Session session, Path path) {
    return Checking.doubt(session, path)
        .<Stage>map(index -> new Doubting(index, session.form().checks().get(index)))
        .or(() -> path.next().map(question -> new Asking(question, false)))
        .orElseGet(() -> ending(session, session.changed()));
  }
}
