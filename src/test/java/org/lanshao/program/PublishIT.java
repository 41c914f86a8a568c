package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of forms are changed under a running server. */
@Timeout(300)
class PublishIT {
  private static final String QUESTION = "  - {id: note, type: text";
  private static final String WEATHER = "  - {id: weather, type: yes-no, ask: 下雨吗？}\n";

  private final Path dir;
  private final AtomicLong messages = new AtomicLong();

  PublishIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void anEditedFormIsAskedWithoutARestartAndADraftInHandStaysAsItWas() throws Exception {
    var installation = Installation.onSqlite(dir);
    try (var program = Program.start(installation)) {
      say(program, "w1", "记事");
      say(program, "w1", "甄大山");
      say(program, "w2", "记事");
      edit(dir, QUESTION, WEATHER + QUESTION);
      awaitChanges(program, "published", 1);

      assertThat(say(program, "w1", "屋顶漏水")).contains("提交").doesNotContain("下雨");
      say(program, "w3", "记事");
      assertThat(say(program, "w3", "甄小山")).contains("下雨吗？");
      program.kill();
    }
    try (var program = Program.start(installation)) {
      assertThat(say(program, "w2", "甄三山")).contains("记什么？");
      say(program, "w2", "路滑");
      assertThat(say(program, "w1", "提交")).contains("：甄大山。");
      assertThat(say(program, "w2", "提交")).contains("：甄三山。");
      say(program, "w3", "是");
      say(program, "w3", "没有");
      assertThat(say(program, "w3", "提交")).contains("：甄小山。");
      assertThat(say(program, Installation.COORDINATOR, "统计 记事 今年")).contains("3条");
    }
  }

  @Test
  void aBadFileKeepsTheFormsFromBeforeAndAMendedOneIsTaken() throws Exception {
    try (var program = Program.start(Installation.onSqlite(dir))) {
      edit(dir, "who:", "whom:");
      awaitChanges(program, "refused", 1);

      var ready = program.get("/health/ready");
      assertThat(ready.statusCode()).isEqualTo(200);
      assertThat(ready.body()).contains("\"forms\":\"refused\"");
      assertThat(say(program, "w1", "记事")).contains("哪一户？");
      assertThat(program.log()).anyMatch(line -> line.contains("noted.yaml:6:L201"));

      edit(dir, "whom:", "who:");
      edit(dir, "哪一户？", "是谁家？");
      awaitChanges(program, "published", 1);
      assertThat(program.get("/health/ready").body()).contains("\"forms\":\"current\"");
      assertThat(say(program, "w2", "记事")).contains("是谁家？");
    }
  }

  @Test
  void aStartThatFindsABadFileUsesTheFormsThatWereGoodLast() throws Exception {
    var installation = Installation.onSqlite(dir);
    try (var program = Program.start(installation)) {
      edit(dir, "哪一户？", "是谁家？");
      awaitChanges(program, "published", 1);
      say(program, "w1", "记事");
      edit(dir, "who:", "whom:");
      awaitChanges(program, "refused", 1);
    }
    try (var program = Program.start(installation)) {
      assertThat(say(program, "w1", "甄大山")).contains("记什么？");
      assertThat(say(program, "w2", "记事")).contains("是谁家？");
      awaitChanges(program, "refused", 1);
      assertThat(program.log()).anyMatch(line -> line.contains("noted.yaml:6: L201"));
    }
  }

  @Test
  void anotherNodeTakesOverWhatWasPublishedThoughItsFilesAreOlder() throws Exception {
    try (var postgres = Postgres.in(dir)) {
      var first = Files.createDirectories(dir.resolve("one"));
      var second = Files.createDirectories(dir.resolve("two"));
      try (var redis = new Redis();
          var one = Program.start(Installation.on(postgres, first).withRedis(redis.uri()));
          var two = Program.start(Installation.on(postgres, second).withRedis(redis.uri()))) {
        say(two, "w1", "记事");
        edit(first, "哪一户？", "是谁家？");
        two.await("taken over", () -> two.log().stream().anyMatch(PublishIT::isTakenOver));

        assertThat(say(two, "w2", "记事")).contains("是谁家？");
        assertThat(say(one, "w1", "甄大山")).contains("记什么？");
      }
    }
  }

  private static boolean isTakenOver(String line) {
    return line.contains("forms of another node taken over");
  }

  private static void edit(Path folder, String old, String now) throws IOException {
    var file = folder.resolve("conversations/noted.yaml");
    var text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, now));
  }

  private static void awaitChanges(Program program, String outcome, int count) {
    var line = "lanshao_forms_changes_total{outcome=\"" + outcome + "\"} " + count + ".0";
    program.await(line, () -> metrics(program).contains(line));
  }

  private static String metrics(Program program) {
    try {
      return program.get("/metrics").body();
    } catch (IOException gone) {
      throw new AssertionError(gone);
    }
  }

  private String say(Program program, String from, String text) throws IOException {
    var said =
        new Sandbox(program.installation()).say(from, "m" + messages.incrementAndGet(), text);
    assertThat(said.status()).isEqualTo(200);
    return said.text();
  }
}
