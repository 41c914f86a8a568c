package org.lanshao.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads what kind of answer a question takes. */
final class TypeReader {
  /** How far whole numbers may go: far enough for people and money, safe to add up. */
  private static final long WIDEST = 1_000_000_000_000L;

  private static final long USUAL_MAX = 1_000_000;
  private static final long USUAL_TEXT = 500;
  private static final long LONGEST_TEXT = 2000;

  /** The keys that some types alone have, by the types that have them. */
  private static final Map<String, Set<String>> SPECIAL =
      new TreeMap<>(
          Map.of(
              "options", Set.of("choice", "choices"),
              "unit", Set.of("integer"),
              "min", Set.of("integer"),
              "max", Set.of("integer", "text"),
              "default", Set.of("text", "integer", "yes-no", "choice", "choices"),
              "again", Set.of("text", "integer", "yes-no", "choice", "choices", "place"),
              "optional", Set.of("text", "integer", "yes-no", "choice", "choices", "place")));

  private static final List<String> NAMES =
      List.of("text", "integer", "yes-no", "choice", "choices", "place", "note");

  private TypeReader() {}

  /** The type; empty when it is missing or not known. */
  static Optional<Type> read(Section question, Mistakes mistakes) {
    var name = question.required("type", "text");
    if (name.isPresent() && !NAMES.contains(name.get())) {
      question.wrong(
          FormCode.NO_SUCH_TYPE,
          "type",
          "没有 %s 这种问题。".formatted(Section.shorten(name.get())),
          Spelling.remedy(name.get(), NAMES));
      SPECIAL.keySet().forEach(question::node);
    }
    return name.filter(NAMES::contains)
        .map(
            known -> {
              refuseSpecial(question, known);
              return type(question, known, mistakes);
            });
  }

  private static void refuseSpecial(Section question, String name) {
    SPECIAL.forEach(
        (key, types) -> {
          if (!types.contains(name) && question.keys().contains(key)) {
            question.node(key);
            question.wrong(
                FormCode.KEY_OF_OTHER_TYPE,
                key,
                "%s 问题不能有 %s。".formatted(name, key),
                "删掉它；%s 只用于 %s。"
                    .formatted(key, String.join("、", types.stream().sorted().toList())));
          }
        });
  }

  private static Type type(Section question, String name, Mistakes mistakes) {
    return switch (name) {
      case "text" ->
          new Type.Text(question.whole("max", 1, LONGEST_TEXT).orElse(USUAL_TEXT).intValue());
      case "integer" -> whole(question);
      case "yes-no" -> new Type.YesNo();
      case "choice" -> new Type.Choice(options(question, mistakes));
      case "choices" -> new Type.Choices(options(question, mistakes));
      case "place" -> new Type.Place();
      case "note" -> new Type.Note();
      default -> throw new IllegalStateException("a type that is listed but not read: " + name);
    };
  }

  private static Type whole(Section question) {
    var units = question.words("unit").stream().map(Section.Word::text).toList();
    long min = question.whole("min", -WIDEST, WIDEST).orElse(0L);
    long max = question.whole("max", -WIDEST, WIDEST).orElse(Math.max(min, USUAL_MAX));
    return new Type.Whole(min, max, units);
  }

  private static List<Option> options(Section question, Mistakes mistakes) {
    var node = question.node("options");
    if (node.isEmpty()) {
      question.required("options", "$visit-mode");
      return List.of();
    }
    return OptionsReader.read(node.get(), mistakes).stream()
        .map(OptionsReader.Located::option)
        .toList();
  }
}
