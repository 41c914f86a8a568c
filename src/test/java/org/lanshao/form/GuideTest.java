package org.lanshao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the guide for writers of forms says is so. */
class GuideTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(.*?)```");

  @Test
  void itsFirstFormIsFreeOfMistakes() throws IOException {
    var result = besideAll(blocks().subList(0, 1));

    assertThat(result.mistakes()).isEmpty();
    assertThat(result.library().orElseThrow().forms())
        .extracting(one -> one.id().text())
        .contains("night_watch");
  }

  @Test
  void itsMatterIsOpenedAndFollowedWithoutMistakes() throws IOException {
    var lamps = blocks().stream().filter(block -> block.startsWith("id: lamp")).toList();

    assertThat(lamps).hasSize(2);
    assertThat(besideAll(lamps).mistakes()).isEmpty();
  }

  @Test
  void allItsExamplesAreYaml() throws IOException {
    for (String block : blocks()) {
      var mistakes = new Mistakes();
      YamlFile.read("README.md", block, mistakes);
      assertThat(mistakes.sorted()).isEmpty();
    }
  }

  /** Who copies an example has all the forms that come with the program too. */
  private static FormReader.Result besideAll(List<String> examples) {
    var files = Bundled.files();
    files.keySet().removeIf(file -> file.contains("wording"));
    examples.forEach(example -> files.put("example" + files.size() + ".yaml", example));
    return FormReader.read(files, Bundled.SCHEMA, Set.of());
  }

  private static List<String> blocks() throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("conversations/README.md")))
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
