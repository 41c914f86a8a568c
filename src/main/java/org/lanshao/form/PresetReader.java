package org.lanshao.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code default}, which must be an answer that the question could get. */
final class PresetReader {
  private PresetReader() {}

  /** The default; empty when there is none or it does not fit. */
  static Optional<Value> read(Section question, Type type) {
    if (question.node("default").isEmpty()) {
      return Optional.empty();
    }
    return switch (type) {
      case Type.Text text -> text(question, text.max());
      case Type.Whole(long min, long max, List<String> units) ->
          min > max
              ? Optional.empty()
              : question.whole("default", min, max).map(number -> new Value.Whole(number));
      case Type.YesNo() ->
          question
              .oneOf("default", Map.of("yes", true, "no", false, "true", true, "false", false))
              .map(Value.YesNo::new);
      case Type.Choice(List<Option> options) ->
          question.text("default").flatMap(id -> option(question, id, options)).map(Value.One::new);
      case Type.Choices(List<Option> options) -> many(question, options);
      case Type.Decimal decimal ->
          decimal.min().compareTo(decimal.max()) > 0
              ? Optional.empty()
              : question
                  .decimal("default", decimal.min(), decimal.max())
                  .map(number -> new Value.Decimal(number));
      case Type.Date date -> Optional.empty();
      case Type.Time time -> Optional.empty();
      case Type.DateTime dateTime -> Optional.empty();
      case Type.Person person -> Optional.empty();
      case Type.Household household -> Optional.empty();
      case Type.Phone phone -> Optional.empty();
      case Type.IdNumber idNumber -> Optional.empty();
      case Type.Photos photos -> Optional.empty();
      case Type.File file -> Optional.empty();
      case Type.Location location -> Optional.empty();
      case Type.Matter matter -> Optional.empty();
      case Type.Group group -> Optional.empty();
      case Type.Computed computed -> Optional.empty();
      case Type.Place place -> Optional.empty();
      case Type.Note note -> Optional.empty();
    };
  }

  private static Optional<Value> text(Section question, int max) {
    var text = question.text("default");
    if (text.isPresent() && text.get().codePointCount(0, text.get().length()) > max) {
      question.wrong(
          FormCode.DEFAULT_DOES_NOT_FIT, "default", "default 太长。", "最多 %d 个字。".formatted(max));
    }
    return text.map(Value.Text::new);
  }

  private static Optional<Value> many(Section question, List<Option> options) {
    var chosen =
        question.words("default").stream()
            .flatMap(word -> option(question, word.text(), options).stream())
            .toList();
    var inOrder = options.stream().map(Option::id).filter(chosen::contains).toList();
    return inOrder.isEmpty() ? Optional.empty() : Optional.of(new Value.Many(inOrder));
  }

  private static Optional<String> option(Section question, String id, List<Option> options) {
    var ids = options.stream().map(Option::id).toList();
    if (ids.contains(id) || ids.isEmpty()) {
      return Optional.of(id);
    }
    var meant = options.stream().filter(option -> option.label().equals(id)).findFirst();
    question.wrong(
        FormCode.DEFAULT_DOES_NOT_FIT,
        "default",
        "default 的“%s”不是选项的 id。".formatted(Section.shorten(id)),
        meant.map(option -> "写 %s。".formatted(option.id())).orElse(Spelling.remedy(id, ids)));
    return Optional.empty();
  }
}
