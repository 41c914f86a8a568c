package org.lanshao.desk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.dialogue.Context;
import org.lanshao.dialogue.ControlWord;
import org.lanshao.dialogue.Dialogue;
import org.lanshao.dialogue.Event;
import org.lanshao.dialogue.Input;
import org.lanshao.dialogue.Last;
import org.lanshao.dialogue.RevisionWord;
import org.lanshao.dialogue.Session;
import org.lanshao.dialogue.Step;
import org.lanshao.directory.Directory;
import org.lanshao.directory.FormAreas;
import org.lanshao.form.Form;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.reading.Hearing;
import org.lanshao.reading.Prefix;
import org.lanshao.reading.RecordNumber;
import org.lanshao.record.Revision;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Finds out what words mean and what follows from them. Changes nothing itself. */
final class Routing {
  /** So many drafts put aside are as many as anybody can tell apart. */
  private static final int MOST_KEPT = 20;

  /** The words that add what a record lacks. */
  private static final List<String> COMPLETE = List.of("补填", "补充", "补", "補");

  private final Facts facts;
  private final Shelf shelf;
  private final Directory directory;
  private final Wording wording;
  private final CommandDesk commands;
  private final Clock clock;
  private final Resuming resuming;
  private final Revisions revisions;
  private final FormAreas areas;

  Routing(Shelf shelf, CommandDesk commands, Facts facts, Surroundings surroundings) {
    this.facts = facts;
    this.shelf = shelf;
    this.commands = commands;
    this.directory = surroundings.directory();
    this.areas = new FormAreas(directory);
    this.wording = surroundings.wording();
    this.clock = surroundings.clock();
    this.resuming = new Resuming(surroundings.clock().getZone());
    this.revisions = new Revisions(facts, shelf, surroundings, this::context);
  }

  /** What revises records. */
  Revisions revisions() {
    return revisions;
  }

  /** Tries the meanings in their order. */
  Decision route(Heard heard) throws Unavailable {
    for (Meaning meaning : Meaning.values()) {
      var decision = as(meaning, heard);
      if (decision.isPresent()) {
        return decision.get();
      }
    }
    throw new IllegalStateException("words without a meaning");
  }

  /** What follows if the words mean this; empty when they cannot. */
  Optional<Decision> as(Meaning meaning, Heard heard) throws Unavailable {
    return switch (meaning) {
      case EMERGENCY -> emergency(heard);
      case CONTROL -> control(heard);
      case RESUME -> resume(heard);
      case COMMAND -> command(heard);
      case ANSWER -> answer(heard);
      case RECEIPT -> receipt(heard);
      case START -> start(heard);
      case NOTHING -> Optional.of(nothing(heard));
    };
  }

  private Optional<Decision> emergency(Heard heard) throws Unavailable {
    var opening =
        shelf
            .opening(heard.text(), heard.speaker().language())
            .filter(o -> o.form().urgent())
            .filter(o -> !isOpen(o.form(), heard))
            .filter(o -> refusal(o.form(), heard).isEmpty());
    return opening.isEmpty() ? Optional.empty() : Optional.of(open(opening.get(), heard));
  }

  private Optional<Decision> control(Heard heard) throws Unavailable {
    var session = heard.talk().inHand();
    return session.isEmpty()
        ? Optional.empty()
        : control(session.get(), heard).map(step -> goOn(step, heard));
  }

  private Optional<Step> control(Session session, Heard heard) throws Unavailable {
    var word = ControlWord.read(heard.text()).map(ControlWord.Said::word);
    if (word.equals(Optional.of(ControlWord.SAME))) {
      return Optional.of(Dialogue.same(session, last(session.form(), heard), context(heard)));
    }
    boolean keeps = word.equals(Optional.of(ControlWord.KEEP));
    if (keeps && heard.talk().drafts().kept().size() >= MOST_KEPT) {
      var most = Map.of("most", Integer.toString(MOST_KEPT));
      Reply full = Reply.of(words(heard).say(DeskWords.TOO_MANY_KEPT, most));
      return Optional.of(new Step(List.of(), askAgain(full, heard), true));
    }
    return Dialogue.control(session, heard.text(), context(heard));
  }

  private Optional<Decision> resume(Heard heard) {
    return Resuming.read(heard.text()).map(number -> resume(number, heard));
  }

  private Decision resume(int number, Heard heard) {
    Talk talk = heard.talk();
    var chosen = Resuming.chosen(number, talk);
    if (chosen.isPresent()) {
      return takeUp(chosen.get(), heard);
    }
    int last = talk.drafts().kept().size();
    Reply said =
        number == 0 || last == 0
            ? resuming.list(talk, heard.chat(), words(heard))
            : Reply.of(
                words(heard).say(DeskWords.NO_SUCH_DRAFT, Map.of("last", Integer.toString(last))));
    return Decision.say(askAgain(said, heard));
  }

  /** Takes up a draft that was put aside; the one in hand is put aside for it. */
  private Decision takeUp(int chosen, Heard heard) {
    Session session = heard.talk().drafts().kept().get(chosen).session();
    String resumed = words(heard).say(DeskWords.RESUMED, Map.of("form", session.title()));
    Reply asked =
        Dialogue.prompt(session.after(new Event.Resumed(chosen)), context(heard)).after(resumed);
    Reply reply =
        heard
            .talk()
            .inHand()
            .map(aside -> Map.of("form", aside.title()))
            .map(slots -> asked.after(words(heard).say(DeskWords.KEPT_INSTEAD, slots)))
            .orElse(asked);
    return new Decision(Resuming.events(chosen, heard.talk()), reply);
  }

  private Optional<Decision> command(Heard heard) throws Unavailable {
    var revised = revisions.decide(completing(heard));
    if (revised.isPresent()) {
      return revised.map(decision -> aside(decision, heard));
    }
    var answer = commands.answer(heard);
    return answer.map(reply -> Decision.say(askAgain(reply, heard)));
  }

  /**
   * 补 V102 is 更正 V102: a record's form opens on its answers and asks what is missing. 补 without a
   * number is an ordinary word.
   */
  private static Heard completing(Heard heard) {
    return COMPLETE.stream()
        .flatMap(word -> Prefix.after(word, heard.text()).stream())
        .filter(rest -> RecordNumber.first(rest).filter(n -> !n.letter().isEmpty()).isPresent())
        .findFirst()
        .map(rest -> heard.saying(RevisionWord.CORRECT.words().getFirst() + " " + rest))
        .orElse(heard);
  }

  /** What changes nothing is said beside the form in hand, which asks again. */
  private Decision aside(Decision decision, Heard heard) {
    return decision.events().isEmpty() ? Decision.say(askAgain(decision.reply(), heard)) : decision;
  }

  private Optional<Decision> answer(Heard heard) {
    return heard
        .talk()
        .inHand()
        .map(session -> Dialogue.answer(session, heard.text(), context(heard)))
        .filter(Step::understood)
        .map(step -> goOn(step, heard));
  }

  /** A picture, a file or a point: an answer of the form in hand, or of no use. */
  Decision receive(Input input, Heard heard) {
    var inHand = heard.talk().inHand();
    if (inHand.isEmpty()) {
      return Decision.say(whereTo(input, heard));
    }
    return goOn(Dialogue.receive(inHand.get(), input, context(heard)), heard);
  }

  /** The forms that could take it, to be opened first. */
  private Reply whereTo(Input input, Heard heard) {
    if (input instanceof Input.Spot) {
      return Reply.of(words(heard).say(DeskWords.NO_LOCATION));
    }
    var forms =
        shelf.current(heard.speaker().language()).stream()
            .filter(form -> refusal(form, heard).isEmpty() && takes(form, input))
            .toList();
    var lines = new ArrayList<>(List.of(words(heard).say(DeskWords.OPEN_FIRST)));
    forms.forEach(form -> lines.add(form.start().getFirst() + "：" + form.title()));
    return forms.isEmpty()
        ? Reply.of(words(heard).say(DeskWords.ONLY_WORDS))
        : Reply.of(
            String.join("\n", lines),
            forms.stream()
                .map(form -> new Reply.Choice(form.title(), form.start().getFirst()))
                .toList());
  }

  private static boolean takes(Form form, Input input) {
    return form.questions().stream()
        .map(Question::type)
        .anyMatch(
            type ->
                type instanceof Type.File
                    || (type instanceof Type.Photos && input instanceof Input.Photo));
  }

  private Optional<Decision> receipt(Heard heard) {
    return Prefix.after("收到", heard.text())
        .filter(String::isEmpty)
        .map(rest -> Reply.of(words(heard).say(DeskWords.NOTHING_TO_CONFIRM)))
        .map(reply -> Decision.say(askAgain(reply, heard)));
  }

  private Optional<Decision> start(Heard heard) throws Unavailable {
    var opening = shelf.opening(heard.text(), heard.speaker().language());
    return opening.isEmpty()
        ? Optional.empty()
        : Optional.of(startOrSayWhyNot(opening.get(), heard));
  }

  private Decision startOrSayWhyNot(Opening opening, Heard heard) throws Unavailable {
    Form form = opening.form();
    var refusal = refusal(form, heard);
    if (refusal.isPresent()) {
      return Decision.say(askAgain(Reply.of(refusal.get()), heard));
    }
    var inHand = heard.talk().inHand();
    if (inHand.isEmpty()) {
      return open(opening, heard);
    }
    String title = inHand.get().title();
    String said =
        isOpen(form, heard)
            ? words(heard).say(DeskWords.ALREADY_OPEN, Map.of("open", title))
            : words(heard)
                .say(DeskWords.FINISH_FIRST, Map.of("open", title, "wanted", form.title()));
    return Decision.say(askAgain(Reply.of(said), heard));
  }

  private Decision nothing(Heard heard) {
    var inHand = heard.talk().inHand();
    if (inHand.isPresent()) {
      Step step = Dialogue.answer(inHand.get(), heard.text(), context(heard));
      return new Decision(step.events(), step.reply());
    }
    boolean control = ControlWord.read(heard.text()).isPresent();
    return Decision.say(
        Reply.of(words(heard).say(control ? DeskWords.NOTHING_OPEN : DeskWords.NOT_UNDERSTOOD)));
  }

  private Decision open(Opening opening, Heard heard) throws Unavailable {
    boolean same =
        ControlWord.read(opening.rest()).filter(w -> w.word() == ControlWord.SAME).isPresent();
    var last = same ? last(opening.form(), heard) : Optional.<Last>empty();
    if (last.isPresent()) {
      Step copied = Dialogue.startSame(opening.form(), last.get(), context(heard));
      return new Decision(copied.events(), copied.reply());
    }
    Step step = Dialogue.start(opening.form(), same ? "" : opening.rest(), context(heard));
    if (same) {
      var slots = Map.of("form", opening.form().title());
      return new Decision(
          step.events(), step.reply().after(words(heard).say(DeskWords.NO_LAST, slots)));
    }
    return new Decision(step.events(), step.reply());
  }

  /** What the speaker filed last with this form. */
  private Optional<Last> last(Form form, Heard heard) throws Unavailable {
    return facts
        .lastFiled(heard.speaker().id(), form.id())
        .map(Revision::record)
        .map(record -> new Last(record.definition(), record.answers()));
  }

  private Optional<String> refusal(Form form, Heard heard) {
    var slots = Map.of("form", form.title());
    if (!form.who().contains(heard.speaker().role().word())) {
      return Optional.of(words(heard).say(DeskWords.NOT_YOURS, slots));
    }
    if (!areas.allows(form, heard.speaker().area())) {
      var here = Map.of("form", form.title(), "area", areas.name(form));
      return Optional.of(words(heard).say(DeskWords.NOT_HERE, here));
    }
    boolean group = heard.chat() instanceof Chat.Group;
    return switch (form.chats()) {
      case ANY -> Optional.empty();
      case PRIVATE ->
          group ? Optional.of(words(heard).say(DeskWords.PRIVATE_ONLY, slots)) : Optional.empty();
      case GROUP ->
          group ? Optional.empty() : Optional.of(words(heard).say(DeskWords.GROUP_ONLY, slots));
    };
  }

  /** A record that is revised is not its form being filled. */
  private static boolean isOpen(Form form, Heard heard) {
    return heard.talk().open().stream()
        .anyMatch(s -> s.basis().isEmpty() && s.form().id().equals(form.id()));
  }

  /** When a form over another one ended, the one below is in hand again and asks. */
  private Decision goOn(Step step, Heard heard) {
    boolean ended = step.events().stream().anyMatch(Routing::ends);
    var open = heard.talk().open();
    if (!ended || open.size() < 2) {
      return new Decision(step.events(), step.reply());
    }
    Session below = open.get(open.size() - 2);
    String title = words(heard).say(DeskWords.RESUMED, Map.of("form", below.title()));
    Reply asked = Dialogue.prompt(below, context(heard)).after(title);
    return new Decision(step.events(), join(step.reply(), asked));
  }

  static boolean ends(Event event) {
    return event instanceof Event.Submitted
        || event instanceof Event.Cancelled
        || event instanceof Event.Kept;
  }

  /** A reply to something beside the form, and then the open question once more. */
  Reply askAgain(Reply said, Heard heard) {
    return heard
        .talk()
        .inHand()
        .map(session -> join(said, Dialogue.prompt(session, context(heard))))
        .orElse(said);
  }

  /** Two replies as one: the last message of the first and the first of the second become one. */
  static Reply join(Reply first, Reply second) {
    if (first.parts().isEmpty() || second.parts().isEmpty()) {
      return first.parts().isEmpty() ? second : first;
    }
    var parts = new ArrayList<>(first.parts());
    Reply.Part last = parts.removeLast();
    parts.addAll(second.after(last.text() + "\n").parts());
    return new Reply(List.copyOf(parts));
  }

  private Wording words(Heard heard) {
    return wording.in(heard.speaker().language());
  }

  Context context(Heard heard) {
    var hearing = new Hearing(directory, heard.speaker().area(), LocalDateTime.now(clock));
    return new Context(hearing, words(heard));
  }
}
