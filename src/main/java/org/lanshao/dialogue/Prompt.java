package org.lanshao.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.form.Answers;
import org.lanshao.form.Check;
import org.lanshao.form.Marks;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.reading.Hearing;
import org.lanshao.reading.OpenMatters;

/** The words with which a stage asks. */
final class Prompt {
  private final Session session;

  /** So many matters are listed; the others are found by their number. */
  private static final int MOST_MATTERS = 6;

  private final Wording wording;
  private final Hearing hearing;

  Prompt(Session session, Context context) {
    this.session = session;
    this.wording = context.wording();
    this.hearing = context.hearing();
  }

  Reply.Part of(Stage stage) {
    return switch (stage) {
      case Stage.Asking(Question question, boolean editing) -> asking(question, editing);
      case Stage.Choosing(Question question, List<Value> candidates) ->
          choosing(question, candidates);
      case Stage.PickingItem(Question group) -> pickingItem(group);
      case Stage.PickingPart(Question group, var item) -> pickingPart(group, item);
      case Stage.Collecting(Question question, int count) -> collecting(question, count);
      case Stage.Doubting(int index, Check check) -> doubting(check);
      case Stage.Reasoning() -> new Reply.Part(wording.say(DialogueWords.ASK_REASON), List.of());
      case Stage.Reviewing() ->
          session
              .basis()
              .map(basis -> Revising.reviewing(session, basis, wording))
              .orElseGet(() -> new Review(session, wording).part());
      case Stage.Over() -> new Reply.Part("", List.of());
    };
  }

  private Reply.Part asking(Question question, boolean editing) {
    var lines = new ArrayList<String>();
    lines.addAll(heading(question));
    var old = session.answers().get(question.id());
    if (editing && old.isPresent()) {
      lines.add(wording.say(DialogueWords.ASK_WAS, Map.of("value", shown(old.get(), question))));
    }
    if (editing && old.isPresent() && question.type() instanceof Type.Photos) {
      lines.add(wording.say(DialogueWords.PHOTOS_ANEW));
    }
    var choices = choices(question);
    lines.addAll(lines(question, choices));
    more(question).ifPresent(lines::add);
    if (question.type() instanceof Type.Choices) {
      lines.add(wording.say(DialogueWords.ASK_SEVERAL));
    }
    var filed = OnFile.of(question, session, hearing).map(value -> shown(value, question));
    filed.ifPresent(on -> lines.add(wording.say(DialogueWords.ASK_FILED, Map.of("value", on))));
    var usual = preset(question, hearing.matters());
    if (usual.isPresent()) {
      var preset = shown(usual.get(), question);
      lines.add(wording.say(DialogueWords.ASK_PRESET, Map.of("value", preset)));
    } else if (question.optional()) {
      lines.add(wording.say(DialogueWords.ASK_SKIP));
    }
    var confirming = filed.map(on -> new Reply.Choice(on, OnFile.CONFIRM)).stream().toList();
    return new Reply.Part(String.join("\n", lines), choices.isEmpty() ? confirming : choices);
  }

  /** What 跳过 answers: the usual answer, or the only matter that is open. */
  static Optional<Value> preset(Question question, OpenMatters matters) {
    if (question.type() instanceof Type.Matter(String letter) && !question.optional()) {
      var open = matters.of(letter);
      return open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty();
    }
    return question.preset();
  }

  /** A matter is called by its number, not by its place in the list. */
  private static List<String> named(List<Reply.Choice> choices) {
    return choices.stream().map(Reply.Choice::label).toList();
  }

  /** That there is nothing to follow, or more than is listed. */
  private Optional<String> more(Question question) {
    if (!(question.type() instanceof Type.Matter(String letter))) {
      return Optional.empty();
    }
    int open = hearing.matters().of(letter).size();
    if (open == 0) {
      return Optional.of(wording.say(DialogueWords.NO_MATTERS));
    }
    var slots = Map.of("count", Integer.toString(open - MOST_MATTERS));
    return open > MOST_MATTERS
        ? Optional.of(wording.say(DialogueWords.MORE_MATTERS, slots))
        : Optional.empty();
  }

  /** What is asked; inside a group also which item it is about. */
  private List<String> heading(Question question) {
    var item = ItemId.of(question.id());
    var group = item.flatMap(one -> session.form().question(one.group()));
    if (item.isEmpty() || group.isEmpty() || item.get().number() == 0) {
      return List.of(question.ask());
    }
    var items = Path.items(group.get(), session).items();
    if (item.get().isMore()) {
      var slots = Map.of("label", group.get().label(), "count", Integer.toString(items.size()));
      return List.of(wording.say(DialogueWords.ITEM_MORE, slots));
    }
    int place = place(items, item.get().number());
    var ask =
        wording.say(
            DialogueWords.ITEM, Map.of("number", Integer.toString(place), "ask", question.ask()));
    boolean first =
        place == 1
            && items.getFirst().questions().getFirst().id().equals(question.id())
            && ((Type.Group) group.get().type()).min() > 0;
    return first ? List.of(group.get().ask(), ask) : List.of(ask);
  }

  /** How people count an item: those that were taken out are not counted. */
  private static int place(List<Items.Item> items, int number) {
    return (int) items.stream().filter(one -> one.number() <= number).count();
  }

  private Reply.Part pickingItem(Question group) {
    var ask = wording.say(DialogueWords.PICK_ITEM, Map.of("label", group.label()));
    return part(ask, items(group, Path.items(group, session)));
  }

  /** The items of a group by their answers, and another one if there may be more. */
  List<Reply.Choice> items(Question group, Items items) {
    var choices = new ArrayList<Reply.Choice>();
    for (Items.Item item : items.items()) {
      int number = choices.size() + 1;
      choices.add(
          new Reply.Choice(summary(group, item.answers(), wording), Integer.toString(number)));
    }
    if (group.type() instanceof Type.Group type && items.items().size() < type.max()) {
      choices.add(new Reply.Choice(wording.say(DialogueWords.SAY_MORE), Items.MORE.label()));
    }
    return choices;
  }

  /** What an item says in one line. */
  static String summary(Question group, Answers answers, Wording wording) {
    var told = Shown.item(group.type(), answers, wording);
    return told.isEmpty() ? wording.say(DialogueWords.LEFT_OUT) : told;
  }

  private Reply.Part pickingPart(Question group, Items.Item item) {
    int place = place(Path.items(group, session).items(), item.number());
    var slots = Map.of("label", group.label(), "number", Integer.toString(place));
    return part(wording.say(DialogueWords.PICK_PART, slots), parts(item));
  }

  /** What an item says, question by question, and taking it out. */
  List<Reply.Choice> parts(Items.Item item) {
    var choices = new ArrayList<Reply.Choice>();
    for (Question question : item.questions()) {
      int number = choices.size() + 1;
      var value =
          session
              .answers()
              .get(question.id())
              .map(given -> shown(given, question))
              .orElseGet(() -> wording.say(DialogueWords.LEFT_OUT));
      choices.add(
          new Reply.Choice(
              Marks.field(question.label(), value, wording), Integer.toString(number)));
    }
    choices.add(new Reply.Choice(wording.say(DialogueWords.SAY_DROP), "删除"));
    return choices;
  }

  private Reply.Part collecting(Question question, int count) {
    int left = question.type() instanceof Type.Photos(int max) ? max - count : 0;
    var slots = Map.of("count", Integer.toString(count), "left", Integer.toString(left));
    return new Reply.Part(
        wording.say(DialogueWords.COLLECTING, slots),
        List.of(new Reply.Choice(wording.say(DialogueWords.SAY_DONE), Items.DONE.label())));
  }

  private Reply.Part choosing(Question question, List<Value> candidates) {
    if (candidates.size() == 1 && candidates.getFirst() instanceof Value.Location) {
      var slots = Map.of("label", question.label());
      return new Reply.Part(wording.say(DialogueWords.POINT_WHERE, slots), List.of());
    }
    var choices = candidates.stream().map(value -> choice(shown(value, question))).toList();
    var ask = wording.say(DialogueWords.WHICH, Map.of("label", question.label()));
    return part(ask, choices);
  }

  private Reply.Part doubting(Check check) {
    var slots = Shown.slots(session.form(), session.record(), wording);
    return part(check.say().fill(slots), yesOrNo());
  }

  /** The choices of a question as numbered lines, for an answer that could not be read. */
  List<Reply.Choice> choices(Question question) {
    if (ItemId.of(question.id()).filter(ItemId::isMore).isPresent()
        && question.type() instanceof Type.Choice) {
      return List.of(
          new Reply.Choice(wording.say(DialogueWords.SAY_MORE), Items.MORE.label()),
          new Reply.Choice(wording.say(DialogueWords.SAY_DONE), Items.DONE.label()));
    }
    if (question.type() instanceof Type.Matter(String letter)) {
      return hearing.matters().of(letter).stream()
          .limit(MOST_MATTERS)
          .map(matter -> new Reply.Choice(shown(matter, question), matter.number()))
          .toList();
    }
    return question.type() instanceof Type.YesNo
        ? yesOrNo()
        : question.type().options().stream().map(option -> choice(option.label())).toList();
  }

  private List<Reply.Choice> yesOrNo() {
    return List.of(
        choice(wording.say(DialogueWords.SAY_YES)), choice(wording.say(DialogueWords.SAY_NO)));
  }

  /** The choices of a question as lines: by number, or by name where each has a number itself. */
  static List<String> lines(Question question, List<Reply.Choice> choices) {
    return question.type() instanceof Type.Matter ? named(choices) : numbered(choices);
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

  /** A button that steers the form, whatever it is called. */
  static Reply.Choice choice(ControlWord word, DialogueWords label, Wording wording) {
    return new Reply.Choice(wording.say(label), word.word());
  }

  static Reply.Choice choice(String label) {
    return new Reply.Choice(label, label);
  }

  static Reply.Part part(String text, List<Reply.Choice> choices) {
    var lines = new ArrayList<String>();
    lines.add(text);
    lines.addAll(numbered(choices));
    return new Reply.Part(String.join("\n", lines), choices);
  }
}
