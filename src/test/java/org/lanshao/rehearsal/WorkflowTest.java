package org.lanshao.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lanshao.reading.Tables;

/**
 * What the work reports can be entered by chat: each line of {@code workflows.tsv} names the form,
 * its fields ({@code field}, or {@code field=part of the answer}) and the transcript that files
 * them.
 */
class WorkflowTest {
  private static final Path CONVERSATIONS = Path.of("conversations");
  private static final List<String[]> ROWS = Tables.rows(WorkflowTest.class, "workflows.tsv", 4);

  @TestFactory
  Stream<DynamicTest> everyPhraseOfTheReportsIsFiledByItsTranscript() {
    return ROWS.stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0] + " " + row[3], () -> assertFiled(row[1], row[2], row[3])));
  }

  private static void assertFiled(String form, String fields, String name) throws IOException {
    var file = CONVERSATIONS.resolve("transcripts").resolve(name + ".txt");
    var transcript = Transcript.of(file.toString(), Files.readString(file));
    var record = record(transcript);

    assertThat(transcript.head().map(head -> head.form().text())).contains(form);
    assertThat(transcript.lines()).contains("= 登记了");
    for (String field : fields.split(" ")) {
      var parts = field.split("=", 2);
      assertThat(record).containsKey(parts[0]);
      assertThat(record.get(parts[0])).contains(parts.length > 1 ? parts[1] : "");
    }
  }

  /** What a transcript says is recorded, by field. */
  private static Map<String, String> record(Transcript transcript) {
    var record = new TreeMap<String, String>();
    for (String line : transcript.lines()) {
      if (line.startsWith("= ") && line.contains(": ")) {
        var parts = line.substring(2).split(": ", 2);
        record.put(parts[0], parts[1]);
      }
    }
    return record;
  }

  /** Each phrase that must be answered is entered by a form, or it is said what else does it. */
  @Test
  void noPhraseOfTheReportsIsLeftOut() throws IOException {
    var asked =
        Files.readAllLines(Path.of("src/test/resources/desk/acceptance.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" [=-] ", 2)[0])
            .toList();
    var entered = ROWS.stream().map(row -> row[0]).distinct();
    var others = Tables.rows(WorkflowTest.class, "no-workflows.tsv", 2).stream().map(row -> row[0]);

    assertThat(Stream.concat(entered, others).toList()).containsExactlyInAnyOrderElementsOf(asked);
  }

  @Test
  void everyBundledFormIsThereForSomeWork() throws IOException {
    var named = ROWS.stream().map(row -> row[1]).distinct().sorted().toList();
    var bundled = new ArrayList<String>();
    try (var files = Files.list(CONVERSATIONS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        Files.readString(file)
            .lines()
            .filter(line -> line.startsWith("id: "))
            .forEach(line -> bundled.add(line.substring("id: ".length())));
      }
    }

    assertThat(named).containsExactlyElementsOf(bundled.stream().sorted().toList());
  }
}
