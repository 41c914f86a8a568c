package org.lanshao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the guide for writers of forms says is so. */
class GuideTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(.*?)```");

  @Test
  void itsFirstFormIsFreeOfMistakes() throws IOException {
    var form = blocks().getFirst();

    var result = FormReader.read(Map.of("patrol.yaml", form), Bundled.SCHEMA, Set.of());

    assertThat(result.mistakes()).isEmpty();
    assertThat(result.library().orElseThrow().forms())
        .extracting(one -> one.id().text())
        .containsExactly("patrol");
  }

  @Test
  void itsMatterIsOpenedAndFollowedWithoutMistakes() throws IOException {
    var lamps = blocks().stream().filter(block -> block.startsWith("id: lamp")).toList();

    var files = Map.of("lamp.yaml", lamps.getFirst(), "lamp_repair.yaml", lamps.getLast());
    var result = FormReader.read(files, Bundled.SCHEMA, Set.of());

    assertThat(lamps).hasSize(2);
    assertThat(result.mistakes()).isEmpty();
  }

  @Test
  void allItsExamplesAreYaml() throws IOException {
    for (String block : blocks()) {
      var mistakes = new Mistakes();
      YamlFile.read("README.md", block, mistakes);
      assertThat(mistakes.sorted()).isEmpty();
    }
  }

  private static List<String> blocks() throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("conversations/README.md")))
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
