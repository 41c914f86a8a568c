package org.lanshao.dialogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.Option;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.form.Wording;

/** How answers are written for people. */
public final class Shown {
  private Shown() {}

  /** An answer as a review shows it, a number with its first unit: 3人. */
  public static String value(Value value, Type type, Wording wording) {
    var plain = plain(value, type, wording);
    return value instanceof Value.Whole
            && type instanceof Type.Whole whole
            && !whole.units().isEmpty()
        ? plain + whole.units().getFirst()
        : plain;
  }

  /** An answer without a unit: 3. Several options are joined by 、. */
  public static String plain(Value value, Type type, Wording wording) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Whole(long number) -> Long.toString(number);
      case Value.YesNo(boolean yes) ->
          wording.say(yes ? DialogueWords.SAY_YES : DialogueWords.SAY_NO);
      case Value.One(String option) -> label(option, type);
      case Value.Many many ->
          many.options().stream().map(id -> label(id, type)).collect(Collectors.joining("、"));
      case Value.Place(String code, String name) -> name;
    };
  }

  /** The slots that a form's own templates may use: each answered question's id, without units. */
  public static Map<String, String> slots(Form form, Answers answers, Wording wording) {
    var slots = new HashMap<String, String>();
    for (Question question : form.questions()) {
      answers
          .get(question.id())
          .ifPresent(
              value -> slots.put(question.id().text(), plain(value, question.type(), wording)));
    }
    return slots;
  }

  static List<Option> options(Type type) {
    return switch (type) {
      case Type.Choice(List<Option> options) -> options;
      case Type.Choices(List<Option> options) -> options;
      case Type.Text text -> List.of();
      case Type.Whole whole -> List.of();
      case Type.YesNo yesNo -> List.of();
      case Type.Place place -> List.of();
      case Type.Note note -> List.of();
    };
  }

  private static String label(String option, Type type) {
    return options(type).stream()
        .filter(o -> o.id().equals(option))
        .map(Option::label)
        .findFirst()
        .orElse(option);
  }
}
