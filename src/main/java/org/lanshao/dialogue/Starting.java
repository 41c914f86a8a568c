package org.lanshao.dialogue;

import java.util.Map;
import org.lanshao.form.Form;

/** Begins a form, and takes what was said after the start word. */
final class Starting {
  private Starting() {}

  static Step start(Form form, String rest, Context context) {
    return Batch.start(form, rest, context).orElseGet(() -> one(form, rest, context));
  }

  private static Step one(Form form, String rest, Context context) {
    var move = new Move(Session.of(form), context);
    move.happen(new Event.Started(form.id(), form.definition().hash()));
    if (!form.urgent()) {
      move.say(DialogueWords.BEGIN, Map.of("title", form.title()));
    }
    move.showNotes();
    Reporting.take(rest, move);
    return move.ask();
  }
}
