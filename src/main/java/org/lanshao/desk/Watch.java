package org.lanshao.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.desk.alert.AlertWords;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.desk.talk.Draft;
import org.lanshao.desk.talk.Drafts;
import org.lanshao.desk.talk.Effect;
import org.lanshao.desk.talk.Talk;
import org.lanshao.dialogue.Context;
import org.lanshao.dialogue.Dialogue;
import org.lanshao.dialogue.Event;
import org.lanshao.dialogue.RevisionWord;
import org.lanshao.dialogue.Session;
import org.lanshao.form.Form;
import org.lanshao.form.Phrase;
import org.lanshao.form.Silence;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.turn.TimerMove;
import org.lanshao.turn.TimerMove.Next;
import org.lanshao.turn.Timers.Due;

/**
 * Looks at a conversation whose timers are due: what is said, all in one message, and what becomes
 * of its drafts. For one look.
 */
final class Watch {
  private final Sight sight;
  private final List<Event> events = new ArrayList<>();
  private final List<Integer> expired = new ArrayList<>();
  private final List<TimerMove> moves = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private boolean ended;
  private Optional<Session> asking = Optional.empty();

  /**
   * What a look sees.
   *
   * @param heard when the person last said something
   */
  record Sight(
      Talk talk, Chat chat, Instant heard, Instant now, SilenceClock clock, Context context) {
    Wording wording() {
      return context.wording();
    }
  }

  Watch(Sight sight) {
    this.sight = sight;
  }

  /** What follows from these timers; a decision that says and changes nothing only moves them. */
  Decision look(List<Due> dues) {
    var drafts = sight.talk().drafts();
    drafts.inHand().ifPresent(draft -> of(draft, dues).ifPresent(due -> inHand(draft, due)));
    for (Due due : dues) {
      if (!drafts.inHand().filter(draft -> draft.isWatchedBy(due.id())).isPresent()) {
        elsewhere(drafts, due);
      }
    }
    expired.stream()
        .sorted((one, other) -> other - one)
        .forEach(kept -> events.addAll(List.of(new Event.Resumed(kept), new Event.Cancelled())));
    return new Decision(events, reply()).with(moves, Effect.Move::new);
  }

  private static Optional<Due> of(Draft draft, List<Due> dues) {
    return dues.stream().filter(due -> draft.isWatchedBy(due.id())).findFirst();
  }

  private void inHand(Draft draft, Due due) {
    Form form = draft.session().form();
    switch (sight.clock().inHand(form.silence(), sight.heard(), due, sight.now())) {
      case SilenceClock.Act.Wait(Next next) -> moves.add(TimerMove.to(next, due));
      case SilenceClock.Act.Nudge(Next next) -> {
        say(DeskWords.NUDGE, Map.of("form", draft.title()));
        asking = Optional.of(draft.session());
        moves.add(TimerMove.to(next, due));
      }
      case SilenceClock.Act.End() -> end(draft, due);
    }
  }

  private void end(Draft draft, Due due) {
    var session = draft.session();
    ended = true;
    var slots = Map.of("form", draft.title(), "start", start(session));
    switch (then(session)) {
      case KEEP -> {
        events.add(new Event.Kept());
        say(DeskWords.SILENT_KEPT, slots);
        moves.add(TimerMove.to(sight.clock().putAside(sight.now()), due));
      }
      case DROP -> drop(draft, DeskWords.SILENT_DROPPED, slots, due);
      case SUBMIT -> {
        if (session.record().byQuestion().isEmpty()) {
          drop(draft, DeskWords.SILENT_DROPPED, slots, due);
        } else {
          events.add(new Event.Submitted());
          say(DeskWords.SILENT_SUBMITTED, slots);
          moves.add(TimerMove.done(due));
        }
      }
    }
    var open = sight.talk().open();
    if (open.size() > 1) {
      Session below = open.get(open.size() - 2);
      say(DeskWords.RESUMED, Map.of("form", below.title()));
      asking = Optional.of(below);
    }
  }

  private static String start(Session session) {
    return session
        .basis()
        .map(basis -> RevisionWord.CORRECT.words().getFirst() + " " + basis.number())
        .orElseGet(() -> session.form().start().getFirst());
  }

  /** A record is never revised by silence. */
  private static Silence.Then then(Session session) {
    var then = session.form().silence().then();
    return then == Silence.Then.SUBMIT && session.basis().isPresent() ? Silence.Then.DROP : then;
  }

  private void drop(Draft draft, Phrase phrase, Map<String, String> slots, Due due) {
    events.add(new Event.Cancelled());
    given(draft, phrase, slots);
    moves.add(TimerMove.done(due));
  }

  /** A draft that is put aside, or waits below another, or is over. */
  private void elsewhere(Drafts drafts, Due due) {
    if (drafts.open().stream().anyMatch(draft -> draft.isWatchedBy(due.id()))) {
      // With the draft above gone it is in hand: the next look is at once, in a turn of its own.
      Next next = sight.clock().below(due, sight.now());
      moves.add(TimerMove.to(ended ? new Next(sight.now(), next.since(), next.step()) : next, due));
      return;
    }
    for (int i = 0; i < drafts.kept().size(); i++) {
      if (drafts.kept().get(i).isWatchedBy(due.id())) {
        aside(drafts.kept().get(i), i, due);
        return;
      }
    }
    moves.add(TimerMove.done(due));
  }

  private void aside(Draft draft, int index, Due due) {
    switch (sight.clock().aside(due, sight.now())) {
      case SilenceClock.Act.Wait(Next next) -> moves.add(TimerMove.to(next, due));
      case SilenceClock.Act.Nudge(Next next) -> moves.add(TimerMove.to(next, due));
      case SilenceClock.Act.End() -> {
        expired.add(index);
        long days = sight.clock().courtesy().keepDrafts().toDays();
        var slots = Map.of("form", draft.title(), "days", Long.toString(days));
        given(draft, DeskWords.ASIDE_DROPPED, slots);
        moves.add(TimerMove.done(due));
      }
    }
  }

  /** A draft is given up; the alert whose rest it asked for goes on. */
  private void given(Draft draft, Phrase phrase, Map<String, String> slots) {
    draft
        .alert()
        .ifPresentOrElse(
            number ->
                say(AlertWords.SILENT_RAISED, Map.of("form", draft.title(), "number", number)),
            () -> say(phrase, slots));
  }

  private void say(Phrase phrase, Map<String, String> slots) {
    said.add(sight.wording().say(phrase, slots));
  }

  /** The open question is repeated in private; in a group the others need not read it again. */
  private Reply reply() {
    if (said.isEmpty()) {
      return Reply.NONE;
    }
    String text = String.join("\n", said);
    return sight.chat() instanceof Chat.Private && asking.isPresent()
        ? Dialogue.prompt(asking.get(), sight.context()).after(text)
        : Reply.of(text);
  }
}
