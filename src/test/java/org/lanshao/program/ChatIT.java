package org.lanshao.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.Ports;

/** {@code lanshao chat}: what is typed into a terminal is said to a running server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class ChatIT {
  private Program program;

  @BeforeAll
  void start(@TempDir Path dir) {
    program = Program.start(Installation.onSqlite(dir).withAllConversations());
  }

  @AfterAll
  void stop() {
    program.close();
  }

  /** What it printed, and its exit code. */
  private record Printed(String text, int code) {}

  @Test
  void aVisitIsFiledFromTheTerminal() throws Exception {
    var printed =
        chat(
            List.of("--as", "w1"),
            List.of("走访", "富林镇", "甄大山", "入户", "三个", "1 2", "没有", "跳过", "提交"));

    assertThat(printed.code()).isZero();
    assertThat(printed.text())
        .contains("—— 你是 甄社工1（", "和蓝哨私聊 ——", "在哪里走访？", "服务了几个人？")
        .containsPattern("已登记 V\\S+：富林镇 甄大山 入户 3人。");
    assertThat(visits()).isEqualTo(1);
  }

  @Test
  void anotherPersonCanTalkAndInAGroup() throws Exception {
    var printed =
        chat(List.of("--as", "w2"), List.of("/是 nobody", "/是 c1", "统计 清点 今年", "/群 g1", "/私聊"));

    assertThat(printed.code()).isZero();
    assertThat(printed.text().lines())
        .contains("h1 甄站长（富林镇）", "—— 你是 甄统计（云安区），和蓝哨私聊 ——", "—— 你是 甄统计（云安区），在群 g1 ——");
    assertThat(printed.text()).contains("0回");
  }

  @Test
  void afterGoodbyeNothingMoreIsSaid() throws Exception {
    var printed = chat(List.of("--as", "w3"), List.of("/退出", "清点"));

    assertThat(printed.code()).isZero();
    assertThat(printed.text()).doesNotContain("几号户");
  }

  @Test
  void aServerThatIsNotThereIsSaidAndSoIsWhatToDo() throws Exception {
    var nowhere = "http://127.0.0.1:" + Ports.free();
    var printed = chat(List.of("--url", nowhere), List.of("走访"));

    assertThat(printed.code()).isEqualTo(1);
    assertThat(printed.text())
        .contains("连不上 " + nowhere + "。先运行 lanshao serve")
        .doesNotContain("Exception");
  }

  private Printed chat(List<String> options, List<String> typed)
      throws IOException, InterruptedException {
    var arguments = new ArrayList<>(List.of("chat"));
    if (!options.contains("--url")) {
      arguments.addAll(List.of("--url", "http://127.0.0.1:" + program.installation().port()));
    }
    arguments.addAll(options);
    var builder = new ProcessBuilder(Program.command(arguments.toArray(String[]::new)));
    // as in a terminal that shows Chinese, wherever the tests run
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Dstdout.encoding=UTF-8");
    var process = builder.redirectErrorStream(true).start();
    try (var in = process.outputWriter(UTF_8)) {
      in.write(String.join("\n", typed) + "\n");
    }
    try {
      var text = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
      return new Printed(text, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
  }

  private long visits() {
    try (var database = Database.of(program.installation())) {
      return database.number("SELECT count(*) FROM submission");
    }
  }
}
