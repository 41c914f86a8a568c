package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.form.Mistake;
import org.lanshao.form.Mistakes;

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
    files = files(folder, Optional.empty());
  }

  private ConversationFiles files(Path from, Optional<FormsRead> last) {
    return new ConversationFiles(from, elsewhere.resolve("kept"), BundledDirectory::read, last);
  }

  @Test
  void aReadingIsTakenAgainUntilAFileChanges() throws IOException {
    var first = FormsRead.of(folder, new Mistakes()).orElseThrow();
    var last = files(folder, Optional.of(first));
    assertThat(last.read().library().orElseThrow())
        .isSameAs(first.result().library().orElseThrow());

    var visit = folder.resolve("visit.yaml");
    Files.writeString(visit, Files.readString(visit).replace("zh: 走访登记,", "zh: 家访登记,"));

    assertThat(last.read().library().orElseThrow().forms().stream().map(form -> form.title()))
        .contains("家访登记");
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
  void whatIsNoFileOrHasAnotherNameIsTold() throws IOException {
    for (String name : List.of("a.yml", "b.yaml.txt", "C.YAML", "d.yaml~", "e.txt", ".f.yml")) {
      Files.writeString(folder.resolve(name), "id: a\n");
    }
    assertThat(files.read().hints())
        .extracting(Mistake::fileName)
        .contains("a.yml", "b.yaml.txt", "C.YAML")
        .doesNotContain("visit.yaml~", "d.yaml~", "e.txt", ".f.yml");
    assertThat(files.read().library()).isPresent();

    Files.createDirectory(folder.resolve("dir.yaml"));
    var loop = folder.resolve("loop.yaml");
    Files.createSymbolicLink(loop, loop);
    assertThat(files.read().mistakes())
        .extracting(one -> one.fileName() + " " + one.problem())
        .containsExactly("dir.yaml 这是文件夹，不是文件。", "loop.yaml 读不到这个文件。");
  }

  @Test
  void reportsAreAmongWhatIsKept() {
    files.keep(files.look());
    files.keep(files.look());

    var kept = files(elsewhere.resolve("kept"), Optional.empty());
    assertThat(kept.read().library().orElseThrow().reports())
        .hasSameSizeAs(files.read().library().orElseThrow().reports())
        .isNotEmpty();
  }
}
