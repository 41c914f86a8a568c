package org.lanshao.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.form.Answers;
import org.lanshao.form.Marks;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;

/** What is shown before a form is handed in: its answers, line by line. */
final class Review {
  private final Session session;
  private final Wording wording;

  Review(Session session, Wording wording) {
    this.session = session;
    this.wording = wording;
  }

  /** The review as a whole. */
  Reply.Part part() {
    if (session.isBatch()) {
      return reviewingBatch();
    }
    var lines = new ArrayList<String>();
    lines.add(wording.say(DialogueWords.REVIEW, Map.of("title", session.form().title())));
    lines.addAll(answers());
    extras().ifPresent(lines::add);
    lines.add(wording.say(DialogueWords.REVIEW_END));
    return new Reply.Part(String.join("\n", lines), ends());
  }

  private List<Reply.Choice> ends() {
    return List.of(
        Prompt.choice(ControlWord.SUBMIT, DialogueWords.SAY_SUBMIT, wording),
        Prompt.choice(ControlWord.CANCEL, DialogueWords.SAY_CANCEL, wording));
  }

  /** Each of several reports on a line of its own. */
  private Reply.Part reviewingBatch() {
    var lines = new ArrayList<String>();
    lines.add(wording.say(DialogueWords.REVIEW, Map.of("title", session.form().title())));
    lines.addAll(reports());
    var count = Integer.toString(lines.size() - 1);
    lines.add(wording.say(DialogueWords.BATCH_END, Map.of("count", count)));
    return new Reply.Part(String.join("\n", lines), ends());
  }

  private List<String> reports() {
    var lines = new ArrayList<String>();
    for (Answers record : session.records()) {
      var slots = Map.of("number", Integer.toString(lines.size() + 1), "values", fields(record));
      lines.add(wording.say(DialogueWords.BATCH_LINE, slots));
    }
    return lines;
  }

  /** 地点：石巷村，人数：3人. */
  private String fields(Answers record) {
    return Marks.clauses(
        session.form().questions().stream()
            .flatMap(
                question ->
                    record.get(question.id()).map(value -> field(question, value)).stream()),
        wording);
  }

  private String field(Question question, Value value) {
    return Marks.field(question.label(), shown(value, question), wording);
  }

  /** How many questions were answered or skipped; of several reports, in all of them. */
  int decided() {
    var open = session.missing().stream().map(Question::id).toList();
    return (int)
        session.each().stream()
            .flatMap(Review::decided)
            .filter(id -> !open.contains(id))
            .distinct()
            .count();
  }

  private static Stream<QuestionId> decided(Session session) {
    var path = Path.of(session);
    return path.questions().stream()
        .map(Question::id)
        .filter(id -> path.answers().get(id).isPresent() || session.skipped().contains(id));
  }

  /**
   * Every answered or skipped question with the number by which 改N finds it; below a group a line
   * for each item; of several reports a line for each.
   */
  List<String> answers() {
    if (session.isBatch()) {
      return reports();
    }
    var path = Path.of(session);
    var changes = Changed.of(session).stream().collect(Collectors.toMap(Changed::question, c -> c));
    var copied = Copying.copied(session);
    var lines = new ArrayList<String>();
    for (int i = 0; i < path.questions().size(); i++) {
      var question = path.questions().get(i);
      var answer = path.answers().get(question.id());
      boolean leftOut = session.skipped().contains(question.id()) && !question.isExtra();
      if (answer.isPresent() || leftOut) {
        var value =
            Optional.ofNullable(changes.get(question))
                .map(change -> Shown.change(change, wording))
                .or(() -> answer.map(given -> marked(given, question, copied)));
        lines.add(
            wording.say(
                DialogueWords.LINE,
                Map.of(
                    "number", Integer.toString(i + 1),
                    "label", question.label(),
                    "value", value.orElseGet(() -> leftOut(question)))));
        answer.ifPresent(given -> lines.addAll(itemLines(given, question)));
      }
    }
    return lines;
  }

  /** The extra questions that may still be answered, in one line; empty when there are none. */
  Optional<String> extras() {
    var path = Path.of(session);
    var extras = path.extras();
    if (extras.isEmpty()) {
      return Optional.empty();
    }
    var labels =
        Marks.list(
            extras.stream().map(extra -> path.questions().indexOf(extra) + 1 + " " + extra.label()),
            wording);
    var first = extras.getFirst();
    var slots =
        Map.of(
            "labels", labels,
            "number", Integer.toString(path.questions().indexOf(first) + 1),
            "label", first.label());
    return Optional.of(wording.say(DialogueWords.REVIEW_EXTRA, slots));
  }

  /** Below a group, a line for each of its items. */
  private List<String> itemLines(Value value, Question group) {
    var lines = new ArrayList<String>();
    if (value instanceof Value.Group(List<Answers> items)) {
      for (Answers item : items) {
        var number = Integer.toString(lines.size() + 1);
        lines.add(
            wording.say(
                DialogueWords.ITEM_LINE,
                Map.of("number", number, "value", Prompt.summary(group, item, wording))));
      }
    }
    return lines;
  }

  private String marked(Value given, Question question, Set<QuestionId> copied) {
    var value = shown(given, question);
    return copied.contains(question.id())
        ? wording.say(DialogueWords.COPIED_MARK, Map.of("value", value))
        : value;
  }

  private String shown(Value value, Question question) {
    return Shown.value(value, question.type(), wording);
  }

  private String leftOut(Question question) {
    return wording.say(question.optional() ? DialogueWords.LEFT_OUT : DialogueWords.LEFT_PENDING);
  }
}
