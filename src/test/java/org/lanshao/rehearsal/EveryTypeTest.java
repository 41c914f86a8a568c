package org.lanshao.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Conversations over a form that has a question of every type. With {@code -Dtranscripts=write} the
 * replies are written anew: read them before they are kept.
 */
class EveryTypeTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/lanshao/rehearsal/types");
  private static final boolean WRITE = "write".equals(System.getProperty("transcripts"));

  @TestFactory
  Stream<DynamicTest> everyConversationHolds() throws IOException {
    var transcripts =
        Stream.of("every-straight", "every-group", "every-media")
            .map(name -> FOLDER.resolve(name + ".txt"))
            .map(EveryTypeTest::read)
            .toList();
    var form = Files.readString(FOLDER.resolve("every.yaml"));
    var rehearsed = Stage.rehearse(transcripts, Map.of("every.yaml", form));
    if (WRITE) {
      rehearsed.rewritten().forEach(EveryTypeTest::write);
      return Stream.of();
    }
    return transcripts.stream()
        .map(
            transcript ->
                DynamicTest.dynamicTest(
                    transcript.file(),
                    () ->
                        assertThat(rehearsed.mistakes())
                            .filteredOn(mistake -> mistake.file().equals(transcript.file()))
                            .isEmpty()));
  }

  private static Transcript read(Path file) {
    try {
      return Transcript.of(file.toString(), Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void write(String file, String text) {
    try {
      Files.writeString(Path.of(file), text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
