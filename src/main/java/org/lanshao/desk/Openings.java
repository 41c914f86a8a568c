package org.lanshao.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.alert.Alert;
import org.lanshao.desk.alert.AlertForm;
import org.lanshao.desk.day.DayReports;
import org.lanshao.desk.matter.MatterDesk;
import org.lanshao.desk.talk.Asides;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Opening;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Speech;
import org.lanshao.dialogue.ControlWord;
import org.lanshao.dialogue.Dialogue;
import org.lanshao.dialogue.DialogueWords;
import org.lanshao.dialogue.Input;
import org.lanshao.dialogue.Last;
import org.lanshao.dialogue.Step;
import org.lanshao.directory.FormAreas;
import org.lanshao.form.Form;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.reading.RecordNumber;
import org.lanshao.record.Revision;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Opens forms: who may open which where, and what follows. */
final class Openings {
  private final Shelf shelf;
  private final Facts facts;
  private final Speech speech;
  private final Asides asides;
  private final FormAreas areas;
  private final MatterDesk matters;
  private final DayReports days;

  Openings(
      Shelf shelf,
      Facts facts,
      Asides asides,
      FormAreas areas,
      MatterDesk matters,
      DayReports days) {
    this.days = days;
    this.matters = matters;
    this.shelf = shelf;
    this.facts = facts;
    this.asides = asides;
    this.speech = asides.speech();
    this.areas = areas;
  }

  /** Opens an urgent form over whatever is in hand; empty when the words open none. */
  Optional<Decision> urgent(Heard heard) throws Unavailable {
    var opening =
        shelf
            .opening(heard.text(), heard.speaker().language())
            .filter(o -> o.form().urgent())
            .filter(o -> !isOpen(o.form(), heard))
            .filter(o -> refusal(o.form(), heard).isEmpty());
    return opening.isEmpty() ? Optional.empty() : Optional.of(open(opening.get(), heard));
  }

  /**
   * Opens the urgent form with these words, to ask for the rest of an alert; says nothing when
   * there is none for the speaker, or it is open already.
   */
  Decision rest(Heard heard, Alert alert) {
    var form =
        shelf.current(heard.speaker().language()).stream()
            .filter(Form::urgent)
            .filter(one -> refusal(one, heard).isEmpty())
            .findFirst();
    if (form.isEmpty() || isOpen(form.get(), heard)) {
      return Decision.say(speech.askAgain(Reply.NONE, heard));
    }
    var context = speech.context(heard);
    var known = AlertForm.answers(form.get(), alert.core().known(), context.hearing().directory());
    Step step = Dialogue.start(form.get(), heard.text(), known, context);
    return new Decision(AlertForm.numbered(step.events(), alert.number()), step.reply());
  }

  /** Opens a form, or says why not; empty when the words open none. */
  Optional<Decision> start(Heard heard) throws Unavailable {
    var opening = shelf.opening(heard.text(), heard.speaker().language());
    if (opening.isEmpty()) {
      return Optional.empty();
    }
    var number = matters.named(opening.get());
    return Optional.of(
        number.isEmpty()
            ? startOrSayWhyNot(opening.get(), heard)
            : about(number.get(), opening.get(), heard));
  }

  /** 隐患 H23 tells of it; 隐患 H23 已整改 opens the form that takes what is said. */
  private Decision about(RecordNumber number, Opening opening, Heard heard) throws Unavailable {
    var follower = matters.follower(number, heard);
    if (follower.isPresent()) {
      return startOrSayWhyNot(follower.get(), heard);
    }
    var told = matters.tell(number.text(), heard);
    if (told.isEmpty() && !number.rest().isEmpty()) {
      return startOrSayWhyNot(opening, heard);
    }
    var nothing = Map.of("number", number.text());
    var reply =
        told.orElseGet(
            () -> Reply.of(speech.words(heard).say(DialogueWords.NO_SUCH_MATTER, nothing)));
    return Decision.say(speech.askAgain(reply, heard));
  }

  private Decision startOrSayWhyNot(Opening opening, Heard heard) throws Unavailable {
    Form form = opening.form();
    var refusal = refusal(form, heard);
    if (refusal.isPresent() && isElsewhere(form, heard)) {
      boolean names = !opening.rest().isBlank();
      return asides.decide(heard, form.title(), names, refusal.get());
    }
    if (refusal.isPresent()) {
      return Decision.say(speech.askAgain(Reply.of(refusal.get()), heard));
    }
    var inHand = heard.talk().inHand();
    if (inHand.isEmpty()) {
      return open(opening, heard);
    }
    if (isOpen(form, heard) && inHand.get().form().id().equals(form.id())) {
      var begun = Dialogue.begun(inHand.get(), opening.rest(), speech.context(heard));
      if (begun.isPresent()) {
        return new Decision(begun.get().events(), begun.get().reply());
      }
    }
    String title = inHand.get().title();
    String said =
        isOpen(form, heard)
            ? speech.words(heard).say(DeskWords.ALREADY_OPEN, Map.of("open", title))
            : speech
                .words(heard)
                .say(DeskWords.FINISH_FIRST, Map.of("open", title, "wanted", form.title()));
    return Decision.say(speech.askAgain(Reply.of(said), heard));
  }

  private Decision open(Opening opening, Heard heard) throws Unavailable {
    return days.opened(opening.form(), begun(opening, heard), heard);
  }

  private Decision begun(Opening opening, Heard heard) throws Unavailable {
    boolean same =
        ControlWord.read(opening.rest()).filter(w -> w.word() == ControlWord.SAME).isPresent();
    var last = same ? last(opening.form(), heard) : Optional.<Last>empty();
    if (last.isPresent()) {
      Step copied = Dialogue.startSame(opening.form(), last.get(), speech.context(heard));
      return new Decision(copied.events(), copied.reply());
    }
    var known = days.known(opening.form(), heard);
    var rest = same ? "" : opening.rest();
    Step step = Dialogue.start(opening.form(), rest, known, speech.context(heard));
    if (same) {
      var slots = Map.of("form", opening.form().title());
      return new Decision(
          step.events(), step.reply().after(speech.words(heard).say(DeskWords.NO_LAST, slots)));
    }
    return new Decision(step.events(), step.reply());
  }

  /** What the speaker filed last with this form. */
  Optional<Last> last(Form form, Heard heard) throws Unavailable {
    return facts
        .lastFiled(heard.speaker().id(), form.id())
        .map(Revision::record)
        .map(record -> new Last(record.definition(), record.answers()));
  }

  private Optional<String> refusal(Form form, Heard heard) {
    var slots = Map.of("form", form.title());
    if (!form.who().contains(heard.speaker().role().word())) {
      return Optional.of(speech.words(heard).say(DeskWords.NOT_YOURS, slots));
    }
    if (!areas.allows(form, heard.speaker().area())) {
      var here = Map.of("form", form.title(), "area", areas.name(form));
      return Optional.of(speech.words(heard).say(DeskWords.NOT_HERE, here));
    }
    boolean group = heard.chat() instanceof Chat.Group;
    return switch (form.chats()) {
      case ANY -> Optional.empty();
      case PRIVATE ->
          group
              ? Optional.of(speech.words(heard).say(DeskWords.PRIVATE_ONLY, slots))
              : Optional.empty();
      case GROUP ->
          group
              ? Optional.empty()
              : Optional.of(speech.words(heard).say(DeskWords.GROUP_ONLY, slots));
    };
  }

  /** Whether nothing is in the way but that it was said in a group. */
  private boolean isElsewhere(Form form, Heard heard) {
    return form.chats() == Form.Chats.PRIVATE
        && heard.chat() instanceof Chat.Group
        && form.who().contains(heard.speaker().role().word())
        && areas.allows(form, heard.speaker().area());
  }

  /** A record that is revised is not its form being filled. */
  private static boolean isOpen(Form form, Heard heard) {
    return heard.talk().open().stream()
        .anyMatch(s -> s.basis().isEmpty() && s.form().id().equals(form.id()));
  }

  /** The forms that the speaker may open here and that take pictures or files like these. */
  List<Form> takers(List<Input> inputs, Heard heard) {
    return shelf.current(heard.speaker().language()).stream()
        .filter(form -> refusal(form, heard).isEmpty() && takes(form, inputs))
        .toList();
  }

  private static boolean takes(Form form, List<Input> inputs) {
    var types = form.questions().stream().map(Question::type).toList();
    boolean files = types.stream().anyMatch(Type.File.class::isInstance);
    boolean photos = types.stream().anyMatch(Type.Photos.class::isInstance);
    return inputs.stream().allMatch(input -> files || (photos && input instanceof Input.Photo));
  }

  /** Opens a form that the speaker may open. */
  Decision begin(Form form, Heard heard) {
    Step step = Dialogue.start(form, "", speech.context(heard));
    return new Decision(step.events(), step.reply());
  }
}
