package org.lanshao.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lanshao.form.Mistake;

/**
 * The conversations in {@code conversations/transcripts} hold, word for word, and show all of the
 * bundled forms. After a change: {@code lanshao check --rewrite}, then read the difference.
 */
class TranscriptTest {
  private static final Path FOLDER = Path.of("conversations", "transcripts");
  private static final List<Transcript> TRANSCRIPTS = transcripts();
  private static final Rehearsed REHEARSED = Stage.rehearse(TRANSCRIPTS);

  @TestFactory
  Stream<DynamicTest> everyTranscriptHolds() {
    return TRANSCRIPTS.stream()
        .map(
            transcript ->
                DynamicTest.dynamicTest(
                    transcript.file(),
                    () ->
                        assertThat(REHEARSED.mistakes())
                            .filteredOn(mistake -> mistake.file().equals(transcript.file()))
                            .isEmpty()));
  }

  @Test
  void theTranscriptsShowEveryQuestionBranchCheckAndRefusalOfTheBundledForms() {
    assertThat(REHEARSED.gaps()).extracting(Mistake::toString).isEmpty();
  }

  private static List<Transcript> transcripts() {
    try (var files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .map(TranscriptTest::read)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Transcript read(Path file) {
    try {
      return Transcript.of(file.toString(), Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
