package org.lanshao.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.desk.talk.Draft;
import org.lanshao.desk.talk.Heard;
import org.lanshao.dialogue.Dialogue;
import org.lanshao.dialogue.Session;
import org.lanshao.message.Content;
import org.lanshao.message.Reply;
import org.lanshao.turn.Unavailable;

/**
 * Buttons of messages that stay where they are while the talk goes on. Pressing one says its words;
 * one whose question is not open any more changes nothing.
 */
final class Buttons {
  private final Routing routing;

  Buttons(Routing routing) {
    this.routing = routing;
  }

  /** What follows from a press; {@code heard} is what the button says. */
  Decision press(Reply.Choice choice, Heard heard) throws Unavailable {
    var speech = routing.speech();
    if (!choice.question().isEmpty() && !choice.question().equals(question(heard))) {
      Reply old = Reply.of(speech.words(heard).say(DeskWords.OLD_BUTTON));
      var shown = speech.words(heard).say(DeskWords.OLD_SHOWN);
      return Decision.say(speech.askAgain(old, heard).pressed(shown));
    }
    var decision = said(choice, heard);
    var press = new Content.Pressed(choice);
    return decision.saying(shown(press, decision.reply(), heard));
  }

  /** What follows from typed words: no card shows anything else for them. */
  Decision typed(Content.Text text, Heard heard) throws Unavailable {
    var decision = routing.route(heard);
    return decision.saying(shown(text, decision.reply(), heard));
  }

  /**
   * The reply to a press, with what its card shows from now on, if it does not tell itself; to
   * anything else without that: no card was pressed.
   */
  Reply shown(Content content, Reply reply, Heard heard) {
    if (!(content instanceof Content.Pressed(Reply.Choice choice))) {
      return new Reply(reply.parts(), Optional.empty());
    }
    return reply.pressed().isPresent()
        ? reply
        : reply.pressed(
            routing.speech().words(heard).say(DeskWords.CHOSEN, Map.of("label", choice.label())));
  }

  /**
   * A button of a question answers it, also where its words, typed, would begin a form: 事件 is a
   * kind of case and the start of an emergency.
   */
  private Decision said(Reply.Choice choice, Heard heard) throws Unavailable {
    if (!choice.question().isEmpty()) {
      for (Meaning meaning : List.of(Meaning.STAFF, Meaning.CONTROL, Meaning.ANSWER)) {
        var decision = routing.as(meaning, heard);
        if (decision.isPresent()) {
          return decision.get();
        }
      }
    }
    return routing.route(heard);
  }

  /** The reply with its choices bound to the question that is open where {@code heard} stands. */
  Reply bind(Reply reply, Heard heard) {
    return reply.parts().stream().allMatch(part -> part.choices().isEmpty())
        ? reply
        : reply.asking(question(heard));
  }

  /**
   * A name for the open question, the same until it is answered: of the draft and of what is asked.
   * Empty text when no form is in hand.
   */
  private String question(Heard heard) {
    Optional<Draft> draft = heard.talk().drafts().inHand();
    return draft.map(inHand -> name(inHand, heard)).orElse("");
  }

  private String name(Draft draft, Heard heard) {
    Session session = draft.session();
    List<Reply.Part> asked = Dialogue.prompt(session, routing.speech().context(heard)).parts();
    long words = asked.stream().map(Reply.Part::text).toList().hashCode();
    long which = 31L * session.form().definition().hash().hashCode() + draft.begun().hashCode();
    return Long.toUnsignedString((which << 32) | (words & 0xFFFF_FFFFL), 36);
  }
}
