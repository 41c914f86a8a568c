package org.lanshao.dialogue;

import java.util.Map;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.Question;
import org.lanshao.form.Value;

/** Begins a form, and takes what was said after the start word. */
final class Starting {
  private Starting() {}

  static Step start(Form form, String rest, Answers known, Context context) {
    return form.day().isPresent()
        ? one(form, rest, known, context)
        : Batch.start(form, rest, context).orElseGet(() -> one(form, rest, known, context));
  }

  /** As {@link #start}, in a session where nothing was said so far. */
  static Step goOn(Session session, String rest, Context context) {
    Step step = start(session.form(), rest, Answers.NONE, context);
    var events = step.events().stream().filter(event -> !(event instanceof Event.Started)).toList();
    return new Step(events, step.reply(), true);
  }

  private static Step one(Form form, String rest, Answers known, Context context) {
    var move = new Move(Session.of(form), context);
    move.happen(new Event.Started(form.id(), form.definition().hash()));
    if (!form.urgent()) {
      move.say(DialogueWords.BEGIN, Map.of("title", form.title()));
    }
    move.showNotes();
    Reporting.take(rest, move);
    known
        .byQuestion()
        .forEach((id, value) -> form.question(id).ifPresent(q -> know(q, value, move)));
    today(move);
    return move.ask();
  }

  /** What tells of a station's day tells of today, where no other day was said. */
  static void today(Move move) {
    Form form = move.session().form();
    var today = new Value.Date(move.context().hearing().today());
    form.day()
        .flatMap(day -> form.question(day.question()))
        .ifPresent(which -> know(which, today, move));
  }

  /** What is not asked so far is known for when it is, and not told yet. */
  private static void know(Question question, Value value, Move move) {
    if (move.session().answers().get(question.id()).isEmpty()) {
      if (move.path().questions().contains(question)) {
        Answering.echo(question, value, move);
      }
      Taking.take(question, value, move);
    }
  }
}
