package org.lanshao.dialogue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lanshao.form.Help;
import org.lanshao.form.Marks;
import org.lanshao.form.Phrase;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;
import org.lanshao.form.Value;

/** What each control word does. */
final class Controls {
  private Controls() {}

  static Step apply(ControlWord.Said said, Move move) {
    return switch (said.word()) {
      case HELP -> help(move);
      case WHY -> tell(Help::why, DialogueWords.WHY, DialogueWords.NO_WHY, move);
      case EXAMPLE -> tell(Help::example, DialogueWords.EXAMPLE, DialogueWords.NO_EXAMPLE, move);
      case BACK -> back(move);
      case SKIP -> skip(move);
      case SAME -> Copying.one(move.session(), Optional.empty(), move.context());
      case EDIT -> edit(said.number(), move);
      case PROGRESS, PREVIEW -> progress(move);
      case RESTART -> restart(move);
      case CANCEL -> cancel(move);
      case KEEP -> keep(move);
      case SUBMIT -> submit(move);
    };
  }

  private static Step help(Move move) {
    asked(move)
        .ifPresent(
            question ->
                question
                    .help()
                    .how()
                    .ifPresent(
                        how ->
                            move.say(
                                DialogueWords.HELP_QUESTION,
                                Map.of("label", question.label(), "help", how))));
    move.say(DialogueWords.HELP);
    return move.ask();
  }

  /** What the open question says about itself; its help where it says nothing of the kind. */
  private static Step tell(
      Function<Help, Optional<String>> what, Phrase phrase, Phrase nothing, Move move) {
    var question = asked(move);
    var told = question.flatMap(q -> what.apply(q.help()).or(q.help()::how));
    if (told.isPresent()) {
      move.say(phrase, Map.of("label", question.orElseThrow().label(), "text", told.get()));
    } else {
      move.say(nothing);
    }
    return move.ask();
  }

  static Optional<Question> asked(Move move) {
    return switch (move.stage()) {
      case Stage.Asking(Question question, boolean editing) -> Optional.of(question);
      case Stage.Choosing choosing -> Optional.of(choosing.question());
      case Stage.PickingItem picking -> Optional.of(picking.group());
      case Stage.PickingPart picking -> Optional.of(picking.group());
      case Stage.Collecting collecting -> Optional.of(collecting.question());
      case Stage.Doubting doubting -> Optional.empty();
      case Stage.Reasoning() -> Optional.empty();
      case Stage.Reviewing() -> Optional.empty();
      case Stage.Over() -> Optional.empty();
    };
  }

  private static Step back(Move move) {
    if (move.session().detour() instanceof Detour.Editing
        || move.session().detour() instanceof Detour.Choosing) {
      move.happen(new Event.Closed());
    } else if (Fold.lastUndoable(move.session().trail()) >= 0) {
      move.happen(new Event.Undone());
      move.say(DialogueWords.BACK);
    } else {
      move.say(DialogueWords.NOTHING_BACK);
    }
    return move.ask();
  }

  private static Step skip(Move move) {
    switch (move.stage()) {
      case Stage.Asking(Question question, boolean editing) -> skip(question, move);
      case Stage.Choosing(Question question, List<Value> candidates) when candidates.size() == 1 ->
          Taking.take(question, candidates.getFirst(), move);
      case Stage.Choosing choosing -> skip(choosing.question(), move);
      case Stage.Doubting doubting -> move.say(DialogueWords.NO_SKIP);
      case Stage.PickingItem picking -> move.happen(new Event.Closed());
      case Stage.PickingPart picking -> move.happen(new Event.Closed());
      case Stage.Collecting collecting -> move.happen(new Event.Closed());
      case Stage.Reasoning() -> move.say(DialogueWords.NO_SKIP);
      case Stage.Reviewing() -> {}
      case Stage.Over() -> {}
    }
    return move.ask();
  }

  private static void skip(Question question, Move move) {
    var usual = Prompt.preset(question, move.context().hearing().matters());
    if (usual.isPresent()) {
      Taking.take(question, usual.get(), move);
    } else if (!question.optional() && !mayBePending(question, move.session())) {
      move.say(DialogueWords.NO_SKIP);
    } else {
      Taking.skip(question, move);
      if (!question.optional() && move.session().skipped().contains(question.id())) {
        move.say(DialogueWords.SKIPPED, Map.of("label", question.label()));
      }
    }
  }

  /**
   * A required question of the form itself, unanswered so far: who wants to leave an answer as it
   * is says 返回, and a part of an item must be answered with it.
   */
  private static boolean mayBePending(Question question, Session session) {
    return session.form().questions().contains(question)
        && session.answers().get(question.id()).isEmpty();
  }

  private static Step edit(int number, Move move) {
    if (move.session().isBatch()) {
      move.say(DialogueWords.BATCH_NO_EDIT);
      return move.ask();
    }
    if (move.session().basis().map(b -> b.purpose() != Basis.Purpose.CORRECT).orElse(false)) {
      return move.ask();
    }
    var lines = move.review().answers();
    if (lines.isEmpty()) {
      move.say(DialogueWords.NOTHING_TO_EDIT);
      return move.ask();
    }
    if (number == 0) {
      lines.forEach(move::say);
      move.say(DialogueWords.EDIT_WHICH);
      return move.end();
    }
    var questions = move.path().questions();
    if (number <= questions.size() && isOpen(questions.get(number - 1), move)) {
      return move.ask();
    }
    if (number > questions.size() || !isDecided(questions.get(number - 1), move)) {
      move.say(
          DialogueWords.NO_NUMBER,
          Map.of(
              "number",
              Integer.toString(number),
              "last",
              Integer.toString(move.review().decided())));
      return move.ask();
    }
    var question = questions.get(number - 1);
    if (question.type() instanceof Type.Computed) {
      move.say(DialogueWords.COMPUTED, Map.of("label", question.label()));
    } else {
      move.happen(new Event.Opened(question.id()));
    }
    return move.ask();
  }

  /** Whether it is asked just now, also in a group. */
  private static boolean isOpen(Question question, Move move) {
    return !isDecided(question, move)
        && asked(move).filter(open -> open.id().root().equals(question.id().root())).isPresent();
  }

  private static boolean isDecided(Question question, Move move) {
    return move.path().answers().get(question.id()).isPresent()
        || move.session().skipped().contains(question.id())
        || question.isExtra();
  }

  private static Step progress(Move move) {
    if (!(move.stage() instanceof Stage.Reviewing)) {
      var lines = move.review().answers();
      var missing = move.session().missing().size();
      move.say(
          DialogueWords.PROGRESS,
          Map.of(
              "title", move.session().form().title(),
              "done", Integer.toString(move.review().decided()),
              "left", Integer.toString(missing)));
      lines.forEach(move::say);
    }
    return move.ask();
  }

  private static Step restart(Move move) {
    move.happen(new Event.Restarted());
    move.say(DialogueWords.RESTARTED);
    return move.ask();
  }

  static Step cancel(Move move) {
    move.happen(new Event.Cancelled());
    move.session()
        .basis()
        .ifPresentOrElse(
            basis -> move.say(DialogueWords.NOT_REVISED, Map.of("number", basis.number())),
            () ->
                move.say(DialogueWords.CANCELLED, Map.of("title", move.session().form().title())));
    return move.end();
  }

  private static Step keep(Move move) {
    move.happen(new Event.Kept());
    move.say(DialogueWords.KEPT, Map.of("title", move.session().form().title()));
    return move.end();
  }

  private static String missing(Question question, Move move) {
    return mayBeLeft(question)
        ? move.context()
            .wording()
            .say(DialogueWords.MISSING_OPTIONAL, Map.of("label", question.label()))
        : question.label();
  }

  private static boolean mayBeLeft(Question question) {
    return question.preset().isPresent() || question.optional();
  }

  /** Passes over what is still asked, as long as it may be passed over: the review comes next. */
  private static void leaveRest(Move move) {
    var left = new HashSet<QuestionId>();
    while (move.stage() instanceof Stage.Asking(Question question, boolean editing)
        && !editing
        && mayBeLeft(question)
        && left.add(question.id())) {
      skip(question, move);
    }
  }

  /** Files what the review showed; before it, asks for what is required or shows it. */
  static Step submit(Move move) {
    if (move.stage() instanceof Stage.Collecting) {
      move.happen(new Event.Closed());
      return move.stage() instanceof Stage.Reviewing ? move.ask() : submit(move); // review first
    }
    if (move.stage() instanceof Stage.Reviewing && !Revising.isReady(move.session())) {
      move.say(DialogueWords.NOTHING_CHANGED);
      return move.ask();
    }
    if (move.stage() instanceof Stage.Reviewing) {
      move.happen(new Event.Submitted());
      return move.end();
    }
    var missing = move.session().missing();
    if (missing.stream().allMatch(Controls::mayBeLeft)) {
      move.together(() -> leaveRest(move));
    } else {
      var labels = missing.stream().map(question -> missing(question, move)).distinct();
      move.say(
          DialogueWords.MISSING, Map.of("labels", Marks.list(labels, move.context().wording())));
    }
    return move.ask();
  }
}
