package org.lanshao.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lanshao.form.Check;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;

/** The words with which a stage asks. */
final class Prompt {
  private final Session session;
  private final Wording wording;

  Prompt(Session session, Wording wording) {
    this.session = session;
    this.wording = wording;
  }

  Reply.Part of(Stage stage) {
    return switch (stage) {
      case Stage.Asking(Question question, boolean editing) -> asking(question, editing);
      case Stage.Choosing(Question question, List<Value> candidates) ->
          choosing(question, candidates);
      case Stage.Doubting(int index, Check check) -> doubting(check);
      case Stage.Reviewing() -> reviewing();
      case Stage.Over() -> new Reply.Part("", List.of());
    };
  }

  private Reply.Part asking(Question question, boolean editing) {
    var lines = new ArrayList<String>();
    lines.add(question.ask());
    var old = session.answers().get(question.id());
    if (editing && old.isPresent()) {
      lines.add(wording.say(DialogueWords.ASK_WAS, Map.of("value", shown(old.get(), question))));
    }
    var choices = choices(question);
    lines.addAll(numbered(choices));
    if (question.type() instanceof Type.Choices) {
      lines.add(wording.say(DialogueWords.ASK_SEVERAL));
    }
    if (question.preset().isPresent()) {
      var preset = shown(question.preset().get(), question);
      lines.add(wording.say(DialogueWords.ASK_PRESET, Map.of("value", preset)));
    } else if (question.optional()) {
      lines.add(wording.say(DialogueWords.ASK_SKIP));
    }
    return new Reply.Part(String.join("\n", lines), choices);
  }

  private Reply.Part choosing(Question question, List<Value> candidates) {
    var choices = candidates.stream().map(value -> choice(shown(value, question))).toList();
    var ask = wording.say(DialogueWords.WHICH, Map.of("label", question.label()));
    return part(ask, choices);
  }

  private Reply.Part doubting(Check check) {
    var slots = Shown.slots(session.form(), session.record(), wording);
    return part(check.say().fill(slots), yesOrNo());
  }

  private Reply.Part reviewing() {
    var lines = new ArrayList<String>();
    lines.add(wording.say(DialogueWords.REVIEW, Map.of("title", session.form().title())));
    lines.addAll(answers());
    lines.add(wording.say(DialogueWords.REVIEW_END));
    return new Reply.Part(
        String.join("\n", lines),
        List.of(choice(ControlWord.SUBMIT.word()), choice(ControlWord.CANCEL.word())));
  }

  /** Every answered or skipped question with the number by which 改N finds it. */
  List<String> answers() {
    var path = Path.of(session);
    var lines = new ArrayList<String>();
    for (int i = 0; i < path.questions().size(); i++) {
      var question = path.questions().get(i);
      var answer = path.answers().get(question.id());
      if (answer.isPresent() || session.skipped().contains(question.id())) {
        var value = answer.map(given -> shown(given, question));
        lines.add(
            wording.say(
                DialogueWords.LINE,
                Map.of(
                    "number", Integer.toString(i + 1),
                    "label", question.label(),
                    "value", value.orElseGet(() -> wording.say(DialogueWords.LEFT_OUT)))));
      }
    }
    return lines;
  }

  /** The choices of a question as numbered lines, for an answer that could not be read. */
  List<Reply.Choice> choices(Question question) {
    return question.type() instanceof Type.YesNo
        ? yesOrNo()
        : question.type().options().stream().map(option -> choice(option.label())).toList();
  }

  private List<Reply.Choice> yesOrNo() {
    return List.of(
        choice(wording.say(DialogueWords.SAY_YES)), choice(wording.say(DialogueWords.SAY_NO)));
  }

  static List<String> numbered(List<Reply.Choice> choices) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < choices.size(); i++) {
      lines.add((i + 1) + " " + choices.get(i).label());
    }
    return lines;
  }

  String shown(Value value, Question question) {
    return Shown.value(value, question.type(), wording);
  }

  private static Reply.Choice choice(String label) {
    return new Reply.Choice(label, label);
  }

  static Reply.Part part(String text, List<Reply.Choice> choices) {
    var lines = new ArrayList<String>();
    lines.add(text);
    lines.addAll(numbered(choices));
    return new Reply.Part(String.join("\n", lines), choices);
  }
}
