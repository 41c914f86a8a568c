package org.lanshao.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.desk.alert.AlertWords;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.desk.talk.Draft;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Speech;
import org.lanshao.dialogue.ControlWord;
import org.lanshao.dialogue.Dialogue;
import org.lanshao.dialogue.Event;
import org.lanshao.dialogue.Session;
import org.lanshao.dialogue.Step;
import org.lanshao.message.Reply;
import org.lanshao.turn.Unavailable;

/** The words that steer a form in hand, 返回 or 取消, with what the desk has to say to them. */
final class Controls {
  /** So many drafts put aside are as many as anybody can tell apart. */
  private static final int MOST_KEPT = 20;

  private final Openings openings;
  private final Speech speech;

  Controls(Openings openings, Speech speech) {
    this.openings = openings;
    this.speech = speech;
  }

  /** What a control word does to this form; empty for other words. */
  Optional<Step> step(Session session, Heard heard) throws Unavailable {
    var word = ControlWord.read(heard.text()).map(ControlWord.Said::word);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    if (word.equals(Optional.of(ControlWord.SAME))) {
      return Optional.of(
          Dialogue.same(session, openings.last(session.form(), heard), speech.context(heard)));
    }
    var alert = heard.talk().drafts().inHand().flatMap(Draft::alert);
    if (word.equals(Optional.of(ControlWord.CANCEL)) && alert.isPresent()) {
      var slots = Map.of("number", alert.get());
      Reply kept = Reply.of(speech.words(heard).say(AlertWords.NOT_CANCELLED, slots));
      return Optional.of(new Step(List.of(new Event.Cancelled()), kept, true));
    }
    boolean keeps = word.equals(Optional.of(ControlWord.KEEP));
    if (keeps && heard.talk().drafts().kept().size() >= MOST_KEPT) {
      var most = Map.of("most", Integer.toString(MOST_KEPT));
      Reply full = Reply.of(speech.words(heard).say(DeskWords.TOO_MANY_KEPT, most));
      return Optional.of(new Step(List.of(), speech.askAgain(full, heard), true));
    }
    return Dialogue.control(session, heard.text(), speech.context(heard));
  }
}
