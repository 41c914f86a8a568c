package org.lanshao.form;

import java.util.List;
import java.util.function.Predicate;

/**
 * What would become of a draft's answers in a newer version of its form. The draft itself goes on
 * with the version it began with, whatever this says.
 */
public sealed interface Carrying {
  /** Every answer would be one of the newer version too. */
  record Safe() implements Carrying {}

  /** These questions would have to be asked again: what was answered is no answer any more. */
  record AskAgain(List<Question> questions) implements Carrying {
    /** Copies the list. */
    public AskAgain {
      questions = List.copyOf(questions);
    }
  }

  /** These answers belong to the older version alone: the newer one does not ask for them. */
  record OldOnly(List<Question> questions) implements Carrying {
    /** Copies the list. */
    public OldOnly {
      questions = List.copyOf(questions);
    }
  }

  /** Compares the answers of a draft that began with {@code before}. */
  static Carrying of(Answers answers, Form before, Form after) {
    var gone = answered(answers, before, id -> after.question(id).isEmpty());
    if (!gone.isEmpty()) {
      return new OldOnly(gone);
    }
    var again =
        answered(answers, before, id -> !fits(answers.get(id).orElseThrow(), before, after, id));
    return again.isEmpty() ? new Safe() : new AskAgain(again);
  }

  private static List<Question> answered(
      Answers answers, Form before, Predicate<QuestionId> condition) {
    return before.questions().stream()
        .filter(question -> answers.get(question.id()).isPresent())
        .filter(question -> condition.test(question.id()))
        .toList();
  }

  private static boolean fits(Value answer, Form before, Form after, QuestionId id) {
    Type was = before.question(id).orElseThrow().type();
    Type is = after.question(id).orElseThrow().type();
    return was.equals(is) || (is.getClass() == was.getClass() && takes(is, answer));
  }

  /** Whether a value of this type's kind lies within its limits. */
  private static boolean takes(Type type, Value value) {
    var ids = type.options().stream().map(Option::id).toList();
    return switch (type) {
      case Type.Whole(long min, long max, var units) ->
          value instanceof Value.Whole whole && whole.number() >= min && whole.number() <= max;
      case Type.Decimal decimal ->
          value instanceof Value.Decimal number
              && number.number().compareTo(decimal.min()) >= 0
              && number.number().compareTo(decimal.max()) <= 0;
      case Type.Text(int max, Type.Rest rest) ->
          value instanceof Value.Text(String text) && text.codePointCount(0, text.length()) <= max;
      case Type.Choice choice -> value instanceof Value.One(String option) && ids.contains(option);
      case Type.Choices choices ->
          value instanceof Value.Many(List<String> options) && ids.containsAll(options);
      case Type.Photos(int max) ->
          value instanceof Value.Photos(var photos) && photos.size() <= max;
      case Type.Group group -> false; // its items may hold anything: look at them again
      default -> true; // nothing else has limits that an answer could break
    };
  }
}
