package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanshaoTest {
  private final StringWriter out = new StringWriter();

  private int run(String... arguments) {
    var commands = Lanshao.commands();
    commands.setOut(new PrintWriter(out, true));
    commands.setErr(new PrintWriter(out, true));
    return commands.execute(arguments);
  }

  @Test
  void theVersionIsTold() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).startsWith("lanshao ");
  }

  @Test
  void anUnknownCommandIsNotUnderstood() {
    assertThat(run("serv")).isEqualTo(2);
    assertThat(out.toString()).contains("serve");
  }

  @Test
  void whatComesWithTheProgramIsRight() {
    assertThat(run("check")).as(out.toString()).isZero();
    assertThat(out.toString())
        .contains("都对：26 张表，", "visit 走访登记：最少答 7 个问题，最多 10 个，一次登记最多要发 13 条消息。")
        .doesNotContain(" 0 段");
  }

  @Test
  void aTranscriptThatDoesNotHoldIsToldAndRewritten(@TempDir Path dir) throws IOException {
    var settings = copied(dir);
    var file = dir.resolve("conversations/transcripts/visit-cancel.txt");
    var right = Files.readString(file);
    Files.writeString(file, right.replace("走访哪一户", "走访谁家"));

    assertThat(run("check", "--config", settings.toString())).isEqualTo(1);
    assertThat(out.toString()).contains(file + ":", "L602", "有 1 处要改。");
    assertThat(run("check", "--rewrite", "--config", settings.toString())).isZero();
    assertThat(file).hasContent(right);
  }

  @Test
  void whatNoTranscriptShowsIsTold(@TempDir Path dir) throws IOException {
    var settings = copied(dir);
    Files.delete(dir.resolve("conversations/transcripts/emergency-bounds.txt"));

    assertThat(run("check", "--config", settings.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("emergency.yaml:56: L614").contains("有 1 处要改。");
  }

  @Test
  void aFormIsDrawn(@TempDir Path dir) throws IOException {
    assertThat(run("draw", "visit", "--mermaid")).isZero();
    assertThat(out.toString()).startsWith("flowchart TD");
    assertThat(run("draw", "visit", "-o", dir.resolve("visit.svg").toString())).isZero();
    assertThat(dir.resolve("visit.svg")).content().startsWith("<svg");
    assertThat(run("draw", "visti")).isEqualTo(2);
  }

  @Test
  void aFormIsDrawnWithTheDraftsLostOfADatabase(@TempDir Path dir) throws IOException {
    var settings = copied(dir);

    assertThat(run("draw", "visit", "--mermaid", "--config", settings.toString())).isZero();
    assertThat(out.toString()).startsWith("flowchart TD").doesNotContain("停在这里");
  }

  /** The bundled conversations in a folder of their own, and settings that name it. */
  private static Path copied(Path dir) throws IOException {
    var from = Path.of("conversations");
    try (var files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        var copy = dir.resolve("conversations").resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return Files.writeString(
        dir.resolve("lanshao.yaml"),
        "conversations: %1$s/conversations\ndata: {dir: %1$s/data}\nstore: {url: jdbc:sqlite:%1$s/data/x.db}\n"
            .formatted(dir));
  }

  @Test
  void allThatIsWrongIsToldAtOnce(@TempDir Path dir) throws IOException {
    var conversations = Files.createDirectory(dir.resolve("conversations"));
    Files.writeString(conversations.resolve("bad.yaml"), "id: bad\ntitel: 坏的\n");
    var settings =
        Files.writeString(
            dir.resolve("lanshao.yaml"),
            "htp: {}\nconversations: %s\ndirectory: %s/nowhere\n".formatted(conversations, dir));

    assertThat(run("check", "--config", settings.toString())).isEqualTo(1);
    assertThat(out.toString())
        .contains(settings + ":1: L201 不认识的键 htp。 是不是 http？")
        .contains(conversations.resolve("bad.yaml") + ":2: L201 不认识的键 titel。 是不是 title？")
        .contains(dir.resolve("nowhere") + ":0: L801 读不到这个文件夹。")
        .containsPattern("有 \\d+ 处要改。");
  }
}
