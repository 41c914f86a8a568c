package org.lanshao.dialogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.form.Answers;
import org.lanshao.form.Evaluation;
import org.lanshao.form.Expr;
import org.lanshao.form.Form;
import org.lanshao.form.Help;
import org.lanshao.form.Option;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;
import org.lanshao.form.Value;

/**
 * A group rolled out: the questions of its items one after the other, as if they stood in the form,
 * so that the next question, going back, skipping and editing are the same inside a group. An item
 * follows while the answer to {@code more} of the one before says so, or too few are there.
 */
final class Items {
  /** The answers to {@code more}. */
  static final Option MORE =
      new Option(
          "more",
          "再来一个",
          List.of("再加一个", "还有", "还有一个", "加一个", "继续", "有", "是", "再来", "下一个", "yes", "one more"));

  static final Option DONE =
      new Option(
          "done",
          "完",
          List.of(
              "完了", "没有", "没有了", "没了", "没", "无", "冇", "冇了", "否", "不", "不用了", "好了", "结束", "就这些",
              "填完了", "发完了", "no", "done"));

  private final Question group;
  private final Type.Group type;
  private final Session session;
  private final List<Question> asked = new ArrayList<>();
  private final List<Item> items = new ArrayList<>();
  private int last;

  /**
   * An item that was not taken out.
   *
   * @param number as in {@link ItemId}
   * @param questions those that matter
   */
  record Item(int number, List<Question> questions, Answers answers) {}

  private Items(Question group, Type.Group type, Session session) {
    this.group = group;
    this.type = type;
    this.session = session;
  }

  /**
   * The items of this group.
   *
   * @param given the answers of the form that stand before it
   */
  static Items of(Question group, Type.Group type, Session session, Map<QuestionId, Value> given) {
    var items = new Items(group, type, session);
    items.rollOut(given);
    return items;
  }

  private void rollOut(Map<QuestionId, Value> given) {
    boolean another = type.min() > 0 || more(0);
    while (another) {
      last++;
      if (session.answers().get(ItemId.item(group.id(), last).id()).isEmpty()) {
        item(last, given);
      }
      another = items.size() < type.min() || (items.size() < type.max() && more(last));
    }
  }

  private boolean more(int number) {
    var question = more(group, number);
    asked.add(question);
    return session
        .answers()
        .get(question.id())
        .filter(value -> value.equals(another(number)))
        .isPresent();
  }

  private void item(int number, Map<QuestionId, Value> given) {
    var scope = new LinkedHashMap<>(given);
    var own = new LinkedHashMap<QuestionId, Value>();
    var questions = new ArrayList<Question>();
    for (Question inner : type.questions()) {
      if (!Evaluation.holds(inner.when(), scope)) {
        continue;
      }
      var question = instance(group.id(), number, inner);
      var answer =
          inner.type() instanceof Type.Computed computed
              ? Evaluation.value(computed.value(), new Answers(scope))
              : session.answers().get(question.id());
      if (!(inner.type() instanceof Type.Computed)) {
        questions.add(question);
        asked.add(question);
      }
      answer.ifPresent(value -> own.put(inner.id(), value));
      answer.ifPresent(value -> scope.put(inner.id(), value));
    }
    items.add(new Item(number, questions, new Answers(own)));
  }

  /**
   * A record's answers as a session keeps them: each group as what was answered inside it, the last
   * item with the answer that no other follows.
   */
  static Answers rolledOut(Answers record) {
    var answers = new LinkedHashMap<QuestionId, Value>();
    for (var answer : record.byQuestion().entrySet()) {
      if (answer.getValue() instanceof Value.Group(List<Answers> items)) {
        rollOut(answer.getKey(), items, answers);
      } else {
        answers.put(answer.getKey(), answer.getValue());
      }
    }
    return new Answers(answers);
  }

  private static void rollOut(QuestionId group, List<Answers> items, Map<QuestionId, Value> into) {
    into.put(ItemId.more(group, 0).id(), new Value.YesNo(!items.isEmpty()));
    for (int number = 1; number <= items.size(); number++) {
      var item = ItemId.item(group, number);
      items
          .get(number - 1)
          .byQuestion()
          .forEach((id, value) -> into.put(item.part(id).id(), value));
      boolean last = number == items.size();
      into.put(ItemId.more(group, number).id(), last ? new Value.One(DONE.id()) : another(number));
    }
  }

  /** Every question that matters, in the order of asking. */
  List<Question> asked() {
    return asked;
  }

  /** Those that were not taken out. */
  List<Item> items() {
    return items;
  }

  /** The number of the last one that was begun, also when it was taken out. */
  int last() {
    return last;
  }

  /** What was answered so far; empty before anything was. */
  Optional<Value> value() {
    boolean begun =
        asked.stream()
            .anyMatch(
                question ->
                    session.answers().get(question.id()).isPresent()
                        || session.skipped().contains(question.id()));
    return begun
        ? Optional.of(new Value.Group(items.stream().map(Item::answers).toList()))
        : Optional.empty();
  }

  /** The question of this id, also inside a group; empty when the form has none. */
  static Optional<Question> question(Form form, QuestionId id) {
    var item = ItemId.of(id);
    return item.isEmpty()
        ? form.question(id)
        : form.question(item.get().group()).flatMap(group -> inside(group, item.get()));
  }

  private static Optional<Question> inside(Question group, ItemId item) {
    if (item.isMore()) {
      return Optional.of(more(group, item.number()));
    }
    return group.type() instanceof Type.Group type
        ? type.questions().stream()
            .filter(inner -> inner.id().text().equals(item.part()))
            .map(inner -> instance(group.id(), item.number(), inner))
            .findFirst()
        : Optional.empty();
  }

  private static Question instance(QuestionId group, int number, Question inner) {
    return new Question(
        ItemId.item(group, number).part(inner.id()).id(),
        inner.type(),
        inner.ask(),
        inner.label(),
        Expr.ALWAYS,
        inner.preset(),
        Optional.empty(),
        inner.optional(),
        inner.again(),
        inner.help(),
        inner.manner());
  }

  /** Whether there is any item at all, and after each whether another one follows. */
  private static Question more(Question group, int number) {
    return new Question(
        ItemId.more(group.id(), number).id(),
        number == 0 ? new Type.YesNo() : new Type.Choice(List.of(MORE, DONE)),
        group.ask(),
        group.label(),
        Expr.ALWAYS,
        Optional.empty(),
        Optional.empty(),
        number == 0,
        List.of(),
        number == 0 ? group.help() : Help.NONE,
        group.manner());
  }

  /** The answer after which another item follows. */
  static Value another(int number) {
    return number == 0 ? new Value.YesNo(true) : new Value.One(MORE.id());
  }
}
