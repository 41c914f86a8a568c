package org.lanshao.dialogue;

import java.util.Map;
import java.util.Optional;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.Marks;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.form.Wording;

/** What is said of a record once it is revised. */
public final class Revised {
  private static final int LONGEST_EXAMPLE = 12;

  private Revised() {}

  /**
   * The receipt of a correction or a withdrawal.
   *
   * @param session what was handed in
   * @param revision the number of the revision that it made
   */
  public static String receipt(Session session, Basis basis, int revision, Wording wording) {
    if (basis.purpose() == Basis.Purpose.WITHDRAW) {
      return wording.say(DialogueWords.WITHDREW, Map.of("number", basis.number()));
    }
    var slots =
        Map.of(
            "number", basis.number(),
            "revision", Integer.toString(revision),
            "changes", changes(session, wording));
    return wording.say(
        session.changed() ? DialogueWords.CORRECTED : DialogueWords.LEFT_AS_IT_IS, slots);
  }

  /**
   * How a field is changed by its name, as an example: 人数 4. A number that was answered, one more;
   * else any field with what it has, or with what it could have where nothing is answered.
   */
  public static String example(Form form, Answers answers, Wording wording) {
    return form.questions().stream()
        .flatMap(question -> number(question, answers).stream())
        .findFirst()
        .or(
            () ->
                form.questions().stream()
                    .filter(question -> !isDay(question, form))
                    .flatMap(question -> same(question, answers, wording).stream())
                    .findFirst())
        .or(
            () ->
                form.questions().stream()
                    .filter(question -> !isDay(question, form))
                    .flatMap(question -> possible(question, wording).stream())
                    .findFirst())
        .orElse("");
  }

  /** The day that a record is about stays as it is. */
  private static boolean isDay(Question question, Form form) {
    return form.day().filter(day -> day.question().equals(question.id())).isPresent();
  }

  private static Optional<String> number(Question question, Answers answers) {
    var answer = answers.get(question.id());
    if (answer.isPresent()
        && answer.get() instanceof Value.Whole whole
        && question.type() instanceof Type.Whole type) {
      long other = whole.number() < type.max() ? whole.number() + 1 : whole.number() - 1;
      return Optional.of(question.label() + " " + other);
    }
    return Optional.empty();
  }

  /** Yes, or the first option. */
  private static Optional<String> possible(Question question, Wording wording) {
    var first = question.type().options().stream().map(option -> option.id()).limit(1).toList();
    Optional<Value> value =
        switch (question.type()) {
          case Type.YesNo yesNo -> Optional.of(new Value.YesNo(true));
          case Type.Choice choice -> Optional.of(new Value.One(first.getFirst()));
          case Type.Choices choices -> Optional.of(new Value.Many(first));
          default -> Optional.empty(); // what it could be is anybody's guess
        };
    return value.flatMap(one -> same(question, new Answers(Map.of(question.id(), one)), wording));
  }

  private static Optional<String> same(Question question, Answers answers, Wording wording) {
    return answers
        .get(question.id())
        .map(value -> Shown.plain(value, question.type(), wording))
        .map(text -> question.label() + " " + (text.length() > LONGEST_EXAMPLE ? "…" : text));
  }

  /** Each field that changed, with before and after. */
  public static String changes(Session session, Wording wording) {
    return Marks.clauses(
        Changed.of(session).stream()
            .map(
                change ->
                    wording.say(
                        DialogueWords.CHANGED_FIELD,
                        Map.of(
                            "label", change.question().label(),
                            "value", Shown.change(change, wording)))),
        wording);
  }
}
