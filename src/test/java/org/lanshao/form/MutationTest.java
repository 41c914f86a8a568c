package org.lanshao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.lanshao.Effort;

/** Whatever is written in a file, the reader answers with forms or with mistakes. */
class MutationTest {
  private static final int ROUNDS = Effort.of(4);
  private static final List<String> NASTY =
      List.of(
          "：", "，", "［", "］", "｛", "｝", "“", "”", "　", "\t", "\n", " ", ":", "-", "#", "\"", "'",
          "{", "}", "[", "]", "&a ", "*a", "!x ", "|", ">", "%", "@", "`", "?", "\\", "$", "\r",
          "0", "9", "null", "yes", "\u0000", "\uFEFF", "\uD83D", "😀", "\u2028", "..", "---\n",
          "<<: ", "，x：");

  @Property(tries = 75)
  void aMutatedFileIsReadOrToldWithItsLine(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int changes) {
    var random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      var files = new TreeMap<>(Bundled.files());
      files.remove("conversations/wording.yaml");
      var names = List.copyOf(files.keySet());
      for (int i = 0; i < changes; i++) {
        files.compute(
            names.get(random.nextInt(names.size())),
            (name, text) -> mutated(String.valueOf(text), random));
      }
      readsOrTells(files);
    }
  }

  @Property(tries = 75)
  void anyTextIsReadOrToldWithItsLine(@ForAll String text, @ForAll long seed) {
    var random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      readsOrTells(Map.of("form.yaml", mixed(text, random), "lists.yaml", mixed(text, random)));
    }
  }

  @Property(tries = 250)
  void anyConditionIsReadOrTold(@ForAll long seed) {
    var random = new Random(seed);
    var words =
        List.of(
            "people",
            "kind",
            "purpose",
            "note",
            "fire",
            "yes",
            "and",
            "or",
            "not",
            "has",
            "=",
            "<",
            ">=",
            "+",
            "-",
            "*",
            "(",
            ")",
            "answered",
            "answered(note)",
            "5",
            "\"x\"",
            "人",
            "？",
            "'");
    for (int round = 0; round < ROUNDS; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(words.get(random.nextInt(words.size())))
            .append(random.nextBoolean() ? " " : "");
      }
      var mistakes = new Mistakes();
      var known =
          new Known(
              Map.of(
                  "people", new Type.Whole(0, 9, List.of()),
                  "note", new Type.Text(9),
                  "kind", new Type.Choice(List.of(new Option("fire", "火灾", List.of()))),
                  "purpose", new Type.Choices(List.of(new Option("fire", "火灾", List.of())))),
              Set.of());
      var condition =
          ExprReader.condition(text.toString(), "when", new Line("form.yaml", 3), known, mistakes);
      assertThat(mistakes.sorted()).allMatch(mistake -> mistake.line() == 3);
      assertThat(
              Evaluation.holds(condition, Answers.NONE)
                  && Evaluation.fails(condition, Answers.NONE))
          .isFalse();
    }
  }

  private static void readsOrTells(Map<String, String> files) {
    var result = FormReader.read(files, Bundled.SCHEMA, Set.of());
    assertThat(result.library().isPresent()).isEqualTo(result.mistakes().isEmpty());
    assertThat(result.mistakes())
        .allMatch(
            mistake ->
                mistake.line() >= 1
                    && mistake.line() <= lines(files.getOrDefault(mistake.file(), ""))
                    && !mistake.problem().isBlank()
                    && !mistake.remedy().isBlank());
    for (Form form : result.library().map(Library::forms).orElse(List.of())) {
      assertThat(FormReader.read(form.definition(), Bundled.SCHEMA)).isEqualTo(form);
    }
  }

  private static long lines(String text) {
    return text.lines().count()
        + text.chars().filter(c -> c == '\u2028' || c == '\u2029' || c == '\u0085').count()
        + 1;
  }

  private static String mutated(String text, Random random) {
    int at = random.nextInt(text.length() + 1);
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, at) + nasty(random) + text.substring(at);
      case 1 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1));
      case 2 -> text.substring(0, at);
      case 3 -> shuffled(text, random);
      case 4 ->
          text.substring(0, at) + nasty(random) + text.substring(Math.min(text.length(), at + 1));
      default -> repeated(text, random);
    };
  }

  private static String shuffled(String text, Random random) {
    var lines = new ArrayList<>(text.lines().toList());
    if (lines.size() > 1) {
      Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String repeated(String text, Random random) {
    var lines = new ArrayList<>(text.lines().toList());
    if (!lines.isEmpty()) {
      lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String mixed(String text, Random random) {
    var out = new StringBuilder(text);
    for (int i = random.nextInt(20); i > 0; i--) {
      out.insert(random.nextInt(out.length() + 1), nasty(random));
    }
    return out.toString();
  }

  private static String nasty(Random random) {
    return NASTY.get(random.nextInt(NASTY.size()));
  }
}
