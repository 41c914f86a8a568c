package org.lanshao.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.form.Phrase;
import org.lanshao.form.Question;
import org.lanshao.message.Reply;

/** One step in the making: the session as it changes, its events, and what is said on the way. */
final class Move {
  private final Context context;
  private final List<Event> events = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private Session session;

  /** The way through the form as the session is now; empty until somebody asks. */
  private Optional<Path> path = Optional.empty();

  Move(Session session, Context context) {
    this.session = session;
    this.context = context;
  }

  Session session() {
    return session;
  }

  Context context() {
    return context;
  }

  /** The way through the form as the answers are now. */
  Path path() {
    Path now = path.orElseGet(() -> Path.of(session));
    path = Optional.of(now);
    return now;
  }

  Stage stage() {
    return Stage.of(session, path());
  }

  Prompt words() {
    return new Prompt(session, context);
  }

  Review review() {
    return new Review(session, context.wording());
  }

  void happen(Event event) {
    events.add(event);
    session = session.after(event);
    path = Optional.empty();
  }

  /** An event with what it leads to, where that is known already. */
  void happen(Event event, Session then, Path thenPath) {
    events.add(event);
    session = then;
    path = Optional.of(thenPath);
  }

  /** What one message leads to: 返回 takes it back together. */
  void together(Runnable all) {
    int before = session.trail().size();
    all.run();
    int count = session.trail().size() - before;
    if (count > 1) {
      happen(new Event.Together(count));
    }
  }

  void say(String text) {
    if (!text.isEmpty()) {
      said.add(text);
    }
  }

  void say(Phrase phrase) {
    say(phrase, Map.of());
  }

  void say(Phrase phrase, Map<String, String> slots) {
    say(context.wording().say(phrase, slots));
  }

  /** Shows the notes that stand before the next question. */
  void showNotes() {
    if (session.detour() instanceof Detour.None && !(stage() instanceof Stage.Doubting)) {
      for (Question note : path().notes()) {
        happen(new Event.Noted(note.id()));
        say(note.ask());
      }
    }
  }

  /** Ends the step by showing the notes on the way and asking what is open now. */
  Step ask() {
    showNotes();
    return step(prompt(), true);
  }

  /** Ends the step with what was said and nothing more. */
  Step end() {
    return step(said.isEmpty() ? Reply.NONE : Reply.of(String.join("\n", said)), true);
  }

  /**
   * Ends the step with what was said and the choices of a question; the message was not understood.
   */
  Step misunderstood(Question question) {
    var choices = words().choices(question);
    said.addAll(Prompt.lines(question, choices));
    return step(Reply.of(String.join("\n", said), choices), false);
  }

  /** Ends the step by asking what is open once more; the message was not understood. */
  Step misunderstood() {
    return step(prompt(), false);
  }

  Reply prompt() {
    if (session.ended()) {
      return said.isEmpty() ? Reply.NONE : Reply.of(String.join("\n", said));
    }
    var part = words().of(stage());
    said.add(part.text());
    return Reply.of(String.join("\n", said), part.choices());
  }

  private Step step(Reply reply, boolean understood) {
    return new Step(events, reply, understood);
  }
}
