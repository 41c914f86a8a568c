package org.lanshao.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads what kind of answer a question takes. */
final class TypeReader {
  /** How far whole numbers may go: far enough for people and money, safe to add up. */
  private static final long WIDEST = 1_000_000_000_000L;

  private static final Expr NOTHING = new Expr.Literal(new Value.Whole(0));
  private static final long USUAL_MAX = 1_000_000;
  private static final long USUAL_TEXT = 500;
  private static final long LONGEST_TEXT = 2000;

  private static final BigDecimal WIDEST_DECIMAL = BigDecimal.valueOf(WIDEST);
  private static final long USUAL_PLACES = 2;
  private static final long MOST_PLACES = 6;
  private static final long USUAL_PHOTOS = 9;
  private static final long MOST_PHOTOS = 30;
  private static final long USUAL_ITEMS = 20;
  private static final long MOST_ITEMS = 50;

  private static final Map<String, Type.Rest> REST =
      Map.of("words", Type.Rest.WORDS, "all", Type.Rest.ALL);

  private static final Map<String, Type.Days> DAYS =
      Map.of("past", Type.Days.PAST, "future", Type.Days.FUTURE, "any", Type.Days.ANY);

  private static final List<String> NAMES =
      List.of(
          "text",
          "integer",
          "decimal",
          "yes-no",
          "choice",
          "choices",
          "date",
          "time",
          "datetime",
          "place",
          "person",
          "household",
          "phone",
          "id-number",
          "photos",
          "file",
          "location",
          "matter",
          "group",
          "computed",
          "note");

  /** The types that nobody answers in one message. */
  private static final Set<String> UNANSWERED = Set.of("group", "computed", "note");

  /** The keys that some types alone have, by the types that have them. */
  private static final Map<String, Set<String>> SPECIAL =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("options", Set.of("choice", "choices")),
              Map.entry("unit", Set.of("integer", "decimal", "computed")),
              Map.entry("places", Set.of("decimal")),
              Map.entry("days", Set.of("date", "datetime")),
              Map.entry("village", Set.of("household")),
              Map.entry("of", Set.of("matter")),
              Map.entry("rest", Set.of("text")),
              Map.entry("questions", Set.of("group")),
              Map.entry("value", Set.of("computed")),
              Map.entry("from", Set.of("text", "integer", "choice", "choices", "place", "phone")),
              Map.entry("category", Set.of("integer")),
              Map.entry("unfiled", Set.of("choice")),
              Map.entry("min", Set.of("integer", "decimal", "group")),
              Map.entry("max", Set.of("integer", "decimal", "group", "text", "photos")),
              Map.entry(
                  "default", Set.of("text", "integer", "decimal", "yes-no", "choice", "choices"))));

  /** The keys that every question has that is answered in one message. */
  private static final List<String> OF_ANSWERED = List.of("again", "optional", "named", "extra");

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
    }
    if (name.filter(NAMES::contains).isEmpty()) {
      SPECIAL.keySet().forEach(question::node);
      OF_ANSWERED.forEach(question::node);
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
          if (!types.contains(name)) {
            refuse(
                question,
                name,
                key,
                "%s 只用于 %s。".formatted(key, String.join("、", types.stream().sorted().toList())));
          }
        });
    if (UNANSWERED.contains(name)) {
      var hint = name.equals("group") ? "可以不填就写 min: 0。" : "它不用回答。";
      OF_ANSWERED.forEach(key -> refuse(question, name, key, hint));
    }
  }

  private static void refuse(Section question, String name, String key, String hint) {
    if (question.keys().contains(key)) {
      question.node(key);
      question.wrong(
          FormCode.KEY_OF_OTHER_TYPE, key, "%s 问题不能有 %s。".formatted(name, key), "删掉它；" + hint);
    }
  }

  /** A group without its questions and a computed value without its expression: see there. */
  private static Type type(Section question, String name, Mistakes mistakes) {
    return switch (name) {
      case "text" ->
          new Type.Text(
              question.whole("max", 1, LONGEST_TEXT).orElse(USUAL_TEXT).intValue(),
              question.oneOf("rest", REST).orElse(Type.Rest.NONE));
      case "integer" -> whole(question);
      case "decimal" -> decimal(question);
      case "yes-no" -> new Type.YesNo();
      case "choice" ->
          new Type.Choice(
              Stream.concat(options(question, mistakes).stream(), unfiled(question)).toList());
      case "choices" -> new Type.Choices(options(question, mistakes));
      case "date" -> new Type.Date(question.oneOf("days", DAYS).orElse(Type.Days.ANY));
      case "time" -> new Type.Time();
      case "datetime" -> new Type.DateTime(question.oneOf("days", DAYS).orElse(Type.Days.ANY));
      case "place" -> new Type.Place();
      case "person" -> new Type.Person();
      case "household" -> new Type.Household(question.flag("village", true));
      case "phone" -> new Type.Phone();
      case "id-number" -> new Type.IdNumber();
      case "photos" ->
          new Type.Photos(question.whole("max", 1, MOST_PHOTOS).orElse(USUAL_PHOTOS).intValue());
      case "file" -> new Type.File();
      case "location" -> new Type.Location();
      case "matter" -> new Type.Matter(NumberLetters.read(question, "of", "H"));
      case "group" -> group(question);
      case "computed" -> new Type.Computed(NOTHING, Type.Numeric.WHOLE, units(question));
      case "note" -> new Type.Note();
      default -> throw new IllegalStateException("a type that is listed but not read: " + name);
    };
  }

  private static List<String> units(Section question) {
    return question.words("unit").stream().map(Section.Word::text).toList();
  }

  private static Type decimal(Section question) {
    var min = question.decimal("min", WIDEST_DECIMAL.negate(), WIDEST_DECIMAL);
    var max = question.decimal("max", WIDEST_DECIMAL.negate(), WIDEST_DECIMAL);
    var least = min.orElse(BigDecimal.ZERO);
    return new Type.Decimal(
        least,
        max.orElse(least.max(BigDecimal.valueOf(USUAL_MAX))),
        question.whole("places", 1, MOST_PLACES).orElse(USUAL_PLACES).intValue(),
        units(question));
  }

  private static Type group(Section question) {
    long min = question.whole("min", 0, MOST_ITEMS).orElse(1L);
    long max = question.whole("max", 1, MOST_ITEMS).orElse(Math.max(min, USUAL_ITEMS));
    return new Type.Group(List.of(), (int) min, (int) max);
  }

  private static Type whole(Section question) {
    long min = question.whole("min", -WIDEST, WIDEST).orElse(0L);
    long max = question.whole("max", -WIDEST, WIDEST).orElse(Math.max(min, USUAL_MAX));
    return new Type.Whole(min, max, units(question));
  }

  /** What those are counted as who are not on file. */
  private static Stream<Option> unfiled(Section question) {
    return question
        .text("unfiled")
        .map(label -> new Option(Question.Manner.Filed.UNFILED, label, List.of()))
        .stream();
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
