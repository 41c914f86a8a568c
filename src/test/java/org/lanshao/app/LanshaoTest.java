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
    assertThat(out.toString()).startsWith("都对：3 张表，").doesNotContain(" 0 段");
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
