package org.lanshao.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lanshao.form.Form;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;

/** Opens a form on a record that is to be revised, and words what is about to happen. */
final class Revising {
  private Revising() {}

  static Step start(Form form, Basis basis, String rest, Context context) {
    var move = new Move(Session.of(form), context);
    move.happen(new Event.Started(form.id(), form.definition().hash()));
    move.happen(new Event.Reopened(basis));
    switch (basis.purpose()) {
      case CORRECT -> Amending.take(rest, move);
      case WITHDRAW -> Amending.reason(rest, move);
      case RETURN -> {
        if (Amending.reason(rest, move)) {
          move.happen(new Event.Submitted());
          return move.end();
        }
      }
    }
    return move.ask();
  }

  static Step again(Session outdated, Basis fresher, Context context) {
    var form = outdated.form();
    var move = new Move(Session.of(form), context);
    move.happen(new Event.Started(form.id(), form.definition().hash()));
    move.happen(new Event.Reopened(fresher));
    for (Changed change : Changed.of(outdated)) {
      change.after().ifPresent(value -> Taking.take(change.question(), value, move));
      if (change.after().isEmpty() && change.question().optional()) {
        Taking.skip(change.question(), move);
      }
    }
    return move.ask();
  }

  /** The reason, as an answer to why. */
  static Step reasoned(String text, Move move) {
    if (!Amending.reason(text, move)) {
      return move.misunderstood();
    }
    boolean returns =
        move.session().basis().map(b -> b.purpose() == Basis.Purpose.RETURN).orElse(false);
    if (returns) {
      move.happen(new Event.Submitted());
      return move.end();
    }
    return move.ask();
  }

  /** Whether there is something to hand in. */
  static boolean isReady(Session session) {
    return session
        .basis()
        .map(b -> b.purpose() != Basis.Purpose.CORRECT || b.returned() || session.changed())
        .orElse(true);
  }

  static Reply.Part reviewing(Session session, Basis basis, Wording wording) {
    var slots =
        Map.of(
            "number", basis.number(),
            "title", session.form().title(),
            "example", Revised.example(session.form(), session.record(), wording));
    var lines = new ArrayList<String>();
    boolean withdraws = basis.purpose() != Basis.Purpose.CORRECT;
    boolean changed = session.changed();
    lines.add(wording.say(head(withdraws, changed), slots));
    var review = new Review(session, wording);
    lines.addAll(review.answers());
    Changed.of(session).stream()
        .filter(
            change -> Path.of(session).questions().stream().noneMatch(change.question()::equals))
        .forEach(change -> lines.add(dropped(change, wording)));
    if (!withdraws) {
      review.extras().ifPresent(lines::add);
    }
    if (!basis.why().isEmpty()) {
      lines.add(wording.say(DialogueWords.REVISE_WHY, Map.of("why", basis.why())));
    }
    lines.add(wording.say(tail(withdraws, changed, basis), slots));
    return new Reply.Part(String.join("\n", lines), choices(Revising.isReady(session), wording));
  }

  private static DialogueWords head(boolean withdraws, boolean changed) {
    return withdraws
        ? DialogueWords.REVISE_WITHDRAW
        : changed ? DialogueWords.REVISE_CHANGED : DialogueWords.REVISE_AS_IS;
  }

  private static DialogueWords tail(boolean withdraws, boolean changed, Basis basis) {
    return withdraws
        ? DialogueWords.REVISE_WITHDRAW_END
        : changed
            ? DialogueWords.REVISE_CHANGED_END
            : basis.returned() ? DialogueWords.REVISE_RETURNED_END : DialogueWords.REVISE_AS_IS_END;
  }

  private static List<Reply.Choice> choices(boolean ready, Wording wording) {
    var confirm = wording.say(DialogueWords.SAY_CONFIRM);
    var no = Prompt.choice(ControlWord.CANCEL, DialogueWords.SAY_CANCEL, wording);
    return ready ? List.of(new Reply.Choice(confirm, confirm), no) : List.of(no);
  }

  private static String dropped(Changed change, Wording wording) {
    return wording.say(
        DialogueWords.LINE_DROPPED,
        Map.of("label", change.question().label(), "value", Shown.change(change, wording)));
  }
}
