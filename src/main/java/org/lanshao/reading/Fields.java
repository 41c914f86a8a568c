package org.lanshao.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.lanshao.form.Form;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.form.Value;

/**
 * Reads words that change a form's fields, in any order, with or without spaces: by name (人数 4,
 * 人次4, 方式改成电访), by unit (4人), by an option's word or a place's name alone. Free text is taken only
 * after its name.
 */
public final class Fields {
  private final FieldText text;
  private final Form form;
  private final BiFunction<Question, String, Reading> reader;
  private final List<Part> parts = new ArrayList<>();

  private Fields(FieldText text, Form form, BiFunction<Question, String, Reading> reader) {
    this.text = text;
    this.form = form;
    this.reader = reader;
  }

  /** What a piece of the words means. */
  public sealed interface Part {
    /** A field's value. */
    record Given(Question question, Value value) implements Part {}

    /** It is about this field, but is not its value as it stands. */
    record Unclear(Question question, Reading reading, String text) implements Part {}

    /** It could be a value of each of these fields. */
    record Several(List<Question> questions, String text) implements Part {
      /** Copies the list. */
      public Several {
        questions = List.copyOf(questions);
      }
    }

    /** Nothing of this form. */
    record Unknown(String text) implements Part {}
  }

  /**
   * What the words mean, in their order; none for a text without words.
   *
   * @param reader reads words as the answer to a question
   */
  public static List<Part> read(
      String text, Form form, BiFunction<Question, String, Reading> reader) {
    var fields = new Fields(new FieldText(text, new FieldNames(form)), form, reader);
    fields.read();
    return List.copyOf(fields.parts);
  }

  /** Whether all words were understood as values of fields. */
  public static boolean isComplete(List<Part> parts) {
    return !parts.isEmpty() && parts.stream().allMatch(Part.Given.class::isInstance);
  }

  private void read() {
    int at = text.skipParting(0);
    while (at < text.length()) {
      var name = text.nameAt(at);
      at = text.skipParting(name.isPresent() ? named(name.get(), at) : alone(at));
    }
  }

  /** A field by its name; returns where it ends. */
  private int named(FieldNames.Name name, int at) {
    int from = text.skipLink(at + name.text().length());
    if (from >= text.length()) {
      var reading = new Reading.NotUnderstood();
      parts.add(new Part.Unclear(name.questions().getFirst(), reading, ""));
      return from;
    }
    var ends = text.ends(from);
    for (int end : ends) {
      var value = text.from(from, end);
      var given =
          name.questions().stream()
              .filter(question -> !isText(question) || end == ends.getFirst())
              .flatMap(question -> given(question, value).stream())
              .findFirst();
      if (given.isPresent()) {
        parts.add(given.get());
        return end;
      }
    }
    return unclear(name.questions(), from, ends);
  }

  private static boolean isText(Question question) {
    return question.type() instanceof Type.Text;
  }

  private Optional<Part> given(Question question, String value) {
    return reader.apply(question, value) instanceof Reading.Understood(Value read)
        ? Optional.of(new Part.Given(question, read))
        : Optional.empty();
  }

  /** The best that can be told about a value that is none. */
  private int unclear(List<Question> questions, int from, List<Integer> ends) {
    for (int end : ends) {
      for (Question question : questions) {
        var value = text.from(from, end);
        var reading = reader.apply(question, value);
        if (!(reading instanceof Reading.NotUnderstood)) {
          parts.add(new Part.Unclear(question, reading, value));
          return end;
        }
      }
    }
    var value = text.from(from, ends.getFirst());
    parts.add(new Part.Unclear(questions.getFirst(), new Reading.NotUnderstood(), value));
    return ends.getFirst();
  }

  /** A value without a name; returns where it ends. */
  private int alone(int at) {
    int from = text.skipLink(at);
    for (int end : text.ends(from)) {
      var value = text.from(from, end);
      var found = meant(value);
      if (found.isPresent()) {
        parts.add(found.get());
        return end;
      }
    }
    int end = text.wordEnd(at);
    unknown(text.from(at, end));
    return end;
  }

  /** Words beside each other that mean nothing are told as one. */
  private void unknown(String words) {
    if (!parts.isEmpty() && parts.getLast() instanceof Part.Unknown(String before)) {
      parts.set(parts.size() - 1, new Part.Unknown(before + " " + words));
    } else {
      parts.add(new Part.Unknown(words));
    }
  }

  /** By a unit, an option or a place before a bare number. */
  private Optional<Part> meant(String value) {
    var open = form.questions().stream().filter(question -> !question.isNamed()).toList();
    var telling = open.stream().filter(q -> isTelling(q, value)).toList();
    if (!telling.isEmpty()) {
      return Optional.of(part(telling, value));
    }
    var numbers =
        open.stream()
            .filter(q -> q.type() instanceof Type.Whole && isNumber(reader.apply(q, value)))
            .toList();
    return numbers.isEmpty() ? Optional.empty() : Optional.of(part(numbers, value));
  }

  private Part part(List<Question> questions, String value) {
    if (questions.size() > 1) {
      return new Part.Several(questions, value);
    }
    var question = questions.getFirst();
    return given(question, value)
        .orElseGet(() -> new Part.Unclear(question, reader.apply(question, value), value));
  }

  private boolean isTelling(Question question, String value) {
    return switch (question.type()) {
      case Type.Whole whole ->
          whole.units().stream().anyMatch(unit -> Folding.tight(value).endsWith(unit))
              && isNumber(reader.apply(question, value));
      case Type.Choice choice -> isChosen(question, value);
      case Type.Choices choices -> isChosen(question, value);
      case Type.Place place -> isFound(reader.apply(question, value));
      default -> false; // Free text and the like fit anything: they need their name.
    };
  }

  /** A bare number is never taken for the number of an option. */
  private boolean isChosen(Question question, String value) {
    return value.codePoints().noneMatch(Character::isDigit)
        && !Numbers.read(Folding.tight(value)).isPresent()
        && isFound(reader.apply(question, value));
  }

  private static boolean isFound(Reading reading) {
    return reading instanceof Reading.Understood || reading instanceof Reading.Ambiguous;
  }

  private static boolean isNumber(Reading reading) {
    return isFound(reading)
        || reading instanceof Reading.OutOfRange
        || reading instanceof Reading.Vague;
  }
}
