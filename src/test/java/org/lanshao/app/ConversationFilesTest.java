package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.form.Mistake;

/** The folder of conversations with its folder of reports, as a running server looks at it. */
class ConversationFilesTest {
  private final Path folder;
  private final Path elsewhere;
  private final ConversationFiles files;

  ConversationFilesTest(@TempDir Path folder, @TempDir Path elsewhere) throws IOException {
    this.folder = folder;
    this.elsewhere = elsewhere;
    var bundled = Path.of("conversations");
    Files.createDirectories(folder.resolve("reports"));
    try (var all = Files.walk(bundled)) {
      for (Path file : all.filter(f -> f.toString().matches(".*(yaml|reports/.*md)")).toList()) {
        Files.copy(file, folder.resolve(bundled.relativize(file)));
      }
    }
    files = new ConversationFiles(folder, elsewhere.resolve("kept"), BundledDirectory::read);
  }

  @Test
  void aChangedReportIsSeenAndAWrongOneRefused() throws IOException {
    var before = files.look();
    var report = folder.resolve("reports/month.md");
    assertThat(files.read().library()).isPresent();

    Files.writeString(report, Files.readString(report).replace("走访 人次", "走仿 人次"));
    Files.setLastModifiedTime(report, java.nio.file.attribute.FileTime.fromMillis(1_000));

    assertThat(files.look()).isNotEqualTo(before);
    assertThat(files.read().library()).isEmpty();
    assertThat(files.read().mistakes()).extracting(Mistake::fileName).containsExactly("month.md");
  }

  @Test
  void reportsAreAmongWhatIsKept() {
    files.keep(files.look());
    files.keep(files.look());

    var kept = new ConversationFiles(elsewhere.resolve("kept"), folder, BundledDirectory::read);
    assertThat(kept.read().library().orElseThrow().reports())
        .hasSameSizeAs(files.read().library().orElseThrow().reports())
        .isNotEmpty();
  }
}
