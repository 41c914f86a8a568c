package org.lanshao.desk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.desk.talk.Draft;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Speech;
import org.lanshao.desk.talk.Talk;
import org.lanshao.dialogue.Dialogue;
import org.lanshao.dialogue.Event;
import org.lanshao.dialogue.Session;
import org.lanshao.dialogue.Shown;
import org.lanshao.form.Marks;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Numbers;

/** 继续: lists the drafts that were put aside, and takes one up again. */
final class Resuming {
  /** 继续, 继续2, 继续第二张; the number is what is captured. */
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:继续|接着|繼續|continue|resume)(?:填|填表|写)?第?(\\d{1,3}|[一二两三四五六七八九十]{1,3})?(?:张|项|个|条|张表)?");

  private final Speech speech;
  private final ZoneId zone;

  Resuming(Speech speech, ZoneId zone) {
    this.speech = speech;
    this.zone = zone;
  }

  /** What follows from 继续; empty for other words. */
  Optional<Decision> decide(Heard heard) {
    return read(heard.text()).map(number -> resume(number, heard));
  }

  private Decision resume(int number, Heard heard) {
    Talk talk = heard.talk();
    var chosen = chosen(number, talk);
    if (chosen.isPresent()) {
      return takeUp(chosen.get(), heard);
    }
    int last = talk.drafts().kept().size();
    Reply said =
        number == 0 || last == 0
            ? list(talk, heard.chat(), speech.words(heard))
            : Reply.of(
                speech
                    .words(heard)
                    .say(DeskWords.NO_SUCH_DRAFT, Map.of("last", Integer.toString(last))));
    return Decision.say(speech.askAgain(said, heard));
  }

  /** Takes up a draft that was put aside; the one in hand is put aside for it. */
  private Decision takeUp(int chosen, Heard heard) {
    Draft draft = heard.talk().drafts().kept().get(chosen);
    Session session = draft.session();
    String resumed = speech.words(heard).say(DeskWords.RESUMED, Map.of("form", draft.title()));
    Reply asked =
        Dialogue.prompt(session.after(new Event.Resumed(chosen)), speech.context(heard))
            .after(resumed);
    Reply reply =
        heard
            .talk()
            .drafts()
            .inHand()
            .map(aside -> Map.of("form", aside.title()))
            .map(slots -> asked.after(speech.words(heard).say(DeskWords.KEPT_INSTEAD, slots)))
            .orElse(asked);
    return new Decision(events(chosen, heard.talk()), reply);
  }

  /** Whether a message is 继续, and with which number; 0 where none was said. */
  private static Optional<Integer> read(String text) {
    if (text.length() > 20) {
      return Optional.empty();
    }
    var said = WORDS.matcher(Folding.tight(text));
    if (!said.matches()) {
      return Optional.empty();
    }
    return said.group(1) == null
        ? Optional.of(0)
        : Optional.of((int) Numbers.read(said.group(1)).orElse(0));
  }

  /** The draft to take up, from 0: the one of this number, or the only one; empty for none. */
  private static Optional<Integer> chosen(int number, Talk talk) {
    int count = talk.drafts().kept().size();
    if (number == 0) {
      return count == 1 && talk.inHand().isEmpty() ? Optional.of(0) : Optional.empty();
    }
    return number <= count ? Optional.of(number - 1) : Optional.empty();
  }

  /** What takes a draft up; one that is in hand is put aside first, so that neither is lost. */
  private static List<Event> events(int chosen, Talk talk) {
    return talk.inHand().isEmpty()
        ? List.of(new Event.Resumed(chosen))
        : List.of(new Event.Kept(), new Event.Resumed(chosen));
  }

  /** All drafts that are put aside, each with its number; says so when there is none. */
  private Reply list(Talk talk, Chat chat, Wording wording) {
    var kept = talk.drafts().kept();
    if (kept.isEmpty()) {
      var inHand = talk.inHand().isPresent();
      return Reply.of(wording.say(inHand ? DeskWords.NOTHING_ELSE_KEPT : DeskWords.NOTHING_KEPT));
    }
    var lines = new ArrayList<String>();
    var choices = new ArrayList<Reply.Choice>();
    lines.add(wording.say(DeskWords.KEPT_BEGIN));
    for (int i = 0; i < kept.size(); i++) {
      String number = Integer.toString(i + 1);
      lines.add(number + " " + about(kept.get(i), chat instanceof Chat.Private, wording));
      choices.add(new Reply.Choice(kept.get(i).title(), "继续" + number));
    }
    lines.add(wording.say(DeskWords.KEPT_END));
    return Reply.of(String.join("\n", lines), choices);
  }

  /** Which form, begun when, and what is answered. */
  private String about(Draft draft, boolean values, Wording wording) {
    Session session = draft.session();
    var answered = Shown.answered(session, values, wording);
    return wording.say(
        answered.isEmpty() ? DeskWords.KEPT_EMPTY : DeskWords.KEPT_LINE,
        Map.of(
            "form", draft.title(),
            "begun", draft.begun().map(at -> told(at, wording)).orElse(""),
            "answered", Marks.list(answered.stream(), wording)));
  }

  private String told(Instant at, Wording wording) {
    return Shown.moment(LocalDateTime.ofInstant(at, zone), wording);
  }
}
