package org.lanshao.desk;

import java.util.List;
import java.util.Optional;
import org.lanshao.desk.alert.AlertForm;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Definitions;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.PracticeWords;
import org.lanshao.desk.talk.Speech;
import org.lanshao.dialogue.Event;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.reading.Practice;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * 演练 before anything else. A form opens as ever, but its record has a number of practice, from
 * which all else follows; a command says what it would say, and does nothing.
 */
final class Practising {
  /** What can be practised; alerts and notices see to their own practice. */
  private static final List<Meaning> MEANINGS =
      List.of(Meaning.STAFF, Meaning.COMMAND, Meaning.START);

  private final Route route;
  private final PracticeDesk desk;
  private final Facts facts;
  private final Definitions definitions;
  private final Speech speech;

  Practising(Route route, PracticeDesk desk, Facts facts, Definitions definitions, Speech speech) {
    this.route = route;
    this.desk = desk;
    this.facts = facts;
    this.definitions = definitions;
    this.speech = speech;
  }

  /** What follows if words mean this. */
  interface Route {
    Optional<Decision> as(Meaning meaning, Heard heard) throws Unavailable;
  }

  /** What is said of practice, marked as such; once is enough. */
  static Reply mark(Reply reply, Wording wording) {
    var mark = wording.say(PracticeWords.MARK);
    return new Reply(
        reply.parts().stream()
            .map(part -> part.text().contains(mark) ? part : part.saying(mark + part.text()))
            .toList(),
        reply.pressed());
  }

  /** What follows from 演练 and what is behind it; empty for words that mean something else. */
  Optional<Decision> decide(Heard heard) throws Unavailable {
    var left = desk.decide(heard);
    if (left.isPresent()) {
      return left.map(said -> said.saying(speech.askAgain(said.reply(), heard)));
    }
    var rest = Practice.rest(heard.text());
    if (rest.isEmpty()) {
      return Optional.empty();
    }
    for (Meaning meaning : MEANINGS) {
      var decision = route.as(meaning, heard.saying(rest.get()));
      if (decision.isPresent()) {
        return decision.map(real -> practised(real, heard));
      }
    }
    return heard.talk().inHand().isPresent()
        ? Optional.empty()
        : Optional.of(Decision.say(Reply.of(speech.words(heard).say(PracticeWords.HOW))));
  }

  /** Only a form that files practice goes on. */
  private Decision practised(Decision real, Heard heard) {
    if (real.events().stream().anyMatch(Event.Numbered.class::isInstance)) {
      return real;
    }
    return real.isSaying() ? real : Decision.say(Speech.join(plain(real.reply()), nothing(heard)));
  }

  private Reply nothing(Heard heard) {
    return Reply.of(speech.words(heard).say(PracticeWords.NOTHING_DONE));
  }

  /** Nothing waits for these choices. */
  private static Reply plain(Reply reply) {
    return new Reply(
        reply.parts().stream()
            .map(part -> new Reply.Part(part.text(), List.of(), part.extras()))
            .toList());
  }

  /** The same, the record of the form that was opened having a number of practice. */
  Decision numbered(Decision opening) throws Unavailable {
    for (Event event : opening.events()) {
      if (event instanceof Event.Started started) {
        var begin = Practice.of(definitions.form(started.definition()).number());
        var number = begin + facts.nextNumber(begin);
        return opening.causing(AlertForm.numbered(opening.events(), number));
      }
    }
    return opening;
  }
}
