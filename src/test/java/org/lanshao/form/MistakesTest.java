package org.lanshao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The tables in {@code mistakes/}; its README tells their shape. */
class MistakesTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/lanshao/form/mistakes");
  private static final Pattern TOP_KEY = Pattern.compile("(?m)^([a-z]+) *[:：]");
  private static final boolean REWRITE = Boolean.getBoolean("rewrite");

  private enum Words implements Phrase {
    HELLO("test.hello", "name"),
    BYE("test.bye", "name", "day");

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is
    private final Set<String> slots;

    Words(String key, String... slots) {
      this.key = key;
      this.slots = Set.of(slots);
    }

    @Override
    public String key() {
      return key;
    }

    @Override
    public Set<String> slots() {
      return slots;
    }
  }

  @TestFactory
  Stream<DynamicTest> everyMistakeIsToldWithItsLineAndWhatWouldBeRight() throws IOException {
    var tests = new ArrayList<DynamicTest>();
    for (String table : List.of("yaml", "form", "types", "options", "conditions", "library")) {
      var path = FOLDER.resolve(table + ".txt");
      var rewritten = new StringBuilder();
      for (String text : Files.readString(path).split("(?m)^=== ")) {
        if (text.isBlank()) {
          continue;
        }
        var one = Case.of(text);
        tests.add(DynamicTest.dynamicTest(table + ": " + one.name, one::holds));
        rewritten.append(one.rewritten());
      }
      if (REWRITE) {
        Files.writeString(path, rewritten);
      }
    }
    return tests.stream();
  }

  private record Case(String name, String input, List<String> expected) {
    static Case of(String text) {
      var name = text.substring(0, text.indexOf('\n'));
      var parts = text.substring(name.length() + 1).split("(?m)^---\n", -1);
      return new Case(name, parts[0], parts[1].lines().filter(line -> !line.isBlank()).toList());
    }

    void holds() throws IOException {
      assertThat(found()).isEqualTo(expected);
    }

    List<String> found() throws IOException {
      var files = files();
      var phrases =
          files.containsKey("wording.yaml") ? Set.<Phrase>of(Words.values()) : Set.<Phrase>of();
      var result = FormReader.read(files, Bundled.SCHEMA, phrases);
      assertThat(result.library().isPresent()).isEqualTo(result.mistakes().isEmpty());
      return result.mistakes().stream().map(Mistake::toString).toList();
    }

    private Map<String, String> files() throws IOException {
      var files = new TreeMap<String, String>();
      files.put("lists.yaml", Files.readString(FOLDER.resolve("lists.yaml")));
      for (String part : (">>> form.yaml\n" + input).split("(?m)^>>> ")) {
        if (!part.isEmpty()) {
          var file = part.substring(0, part.indexOf('\n'));
          var text = part.substring(file.length() + 1).replace("\\---", "---");
          files.put(file, isForm(file, text) ? completed(file, text) : text);
        }
      }
      return files;
    }

    /** Files that begin with a list or a word, or are called bare, are taken as they are. */
    private static boolean isForm(String file, String text) {
      return !file.matches("(lists|wording|bare.*)\\.yaml") && !text.matches("(?s)[^a-z#＃].*");
    }

    /** The text, then every block of the base form whose key it does not have. */
    private static String completed(String file, String text) throws IOException {
      var keys =
          TOP_KEY.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
      var name = file.replace(".yaml", "");
      var out = new StringBuilder(text.replace("LONG", "长".repeat(700)));
      for (String block : Files.readString(FOLDER.resolve("base.yaml")).split("(?m)^(?=[a-z])")) {
        if (!keys.contains(block.split(":", 2)[0])) {
          out.append(block);
        }
      }
      return out.toString()
          .replace("@name@", name)
          .replace("@letter@", name.substring(0, 1).toUpperCase(java.util.Locale.ROOT));
    }

    String rewritten() throws IOException {
      var found = found().stream().map(line -> line + "\n").collect(Collectors.joining());
      return "=== " + name + "\n" + input + "---\n" + found;
    }
  }
}
