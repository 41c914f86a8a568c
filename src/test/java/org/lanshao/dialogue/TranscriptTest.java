package org.lanshao.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.directory.Directory;
import org.lanshao.form.Expr;
import org.lanshao.form.Form;
import org.lanshao.form.Library;
import org.lanshao.form.Question;
import org.lanshao.form.Value;
import org.lanshao.turn.EventJson;

/**
 * The conversations in {@code conversations/transcripts} hold, word for word. With {@code
 * -Dtranscripts=write} the replies are written anew: read them before they are kept.
 */
class TranscriptTest {
  private static final Path FOLDER = Path.of("conversations", "transcripts");
  private static final boolean WRITE = "write".equals(System.getProperty("transcripts"));
  private static final Library LIBRARY = new Library(BundledForms.read(), TestWording.read());
  private static final Directory DIRECTORY = BundledDirectory.read();

  @TestFactory
  Stream<DynamicTest> everyTranscriptHolds() throws IOException {
    return files().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      var transcript = Transcript.of(file.toString(), Files.readString(file));
                      if (WRITE) {
                        Files.writeString(
                            file, transcript.rewritten(LIBRARY, DIRECTORY, TranscriptTest::stored));
                      } else {
                        assertThat(transcript.check(LIBRARY, DIRECTORY, TranscriptTest::stored))
                            .isEmpty();
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyFormHasATranscriptOfEachScenario() throws IOException {
    var names = files().stream().map(file -> file.getFileName().toString()).toList();
    return LIBRARY.forms().stream()
        .flatMap(form -> scenarios(form).map(scenario -> form.id() + "-" + scenario + ".txt"))
        .map(name -> DynamicTest.dynamicTest(name, () -> assertThat(names).contains(name)));
  }

  private static Stream<String> scenarios(Form form) {
    var scenarios =
        new ArrayList<>(
            List.of("straight", "wrong", "back", "edit", "skip", "cancel", "digression"));
    if (form.questions().stream().anyMatch(TranscriptTest::isConditional)) {
      scenarios.add("branch");
    }
    if (!form.checks().isEmpty()) {
      scenarios.add("doubt");
    }
    return scenarios.stream();
  }

  private static boolean isConditional(Question question) {
    return !question.when().equals(new Expr.Literal(new Value.YesNo(true)));
  }

  private static List<Event> stored(List<Event> events) {
    return EventJson.read(EventJson.write(events));
  }

  private static List<Path> files() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }
}
