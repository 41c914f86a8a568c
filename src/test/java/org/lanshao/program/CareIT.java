package org.lanshao.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.FullSize;

/** Reminders of the whole program, with a clock that is moved and a process that is killed. */
@Timeout(300)
class CareIT {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final List<String> CASE =
      List.of("个案", "富林镇张三", "走访发现", "独居缺照料", "同意", "跳过", "跳过", "跳过", "提交");

  @Test
  void whoIsKilledBetweenTheDayAndTheReminderRemindsOnceAllTheSame(@TempDir Path dir)
      throws Exception {
    remindsOnce(Installation.onSqlite(dir).withAllConversations());
  }

  @Test
  @FullSize
  void soOnPostgres(@TempDir Path dir) throws Exception {
    try (var postgres = Postgres.in(Files.createDirectories(dir.resolve("database")))) {
      var node = Installation.on(postgres, Files.createDirectories(dir.resolve("node")));
      remindsOnce(node.withAllConversations());
    }
  }

  private static void remindsOnce(Installation installation) throws Exception {
    standStill(installation);
    var day = LocalDate.now(ZONE).plusDays(2);
    var tomorrow = day.plusDays(1);
    try (var program = Program.start(installation)) {
      var sandbox = new Sandbox(installation);
      assertThat(move(installation, day + "T09:30:00+08:00")).isEqualTo(200);
      Said said = new Said(0, "");
      for (int i = 0; i < CASE.size(); i++) {
        said = sandbox.say("w1", "case-" + i, CASE.get(i));
      }
      assertThat(said.text()).contains("已登记 G1");
      assertThat(move(installation, tomorrow + "T08:29:59+08:00")).isEqualTo(200);
      assertThat(told(program, "w1")).isZero();
      program.kill();
    }
    try (var program = Program.start(installation)) {
      assertThat(move(installation, tomorrow + "T08:30:00+08:00")).isEqualTo(200);
      program.await("the reminder", () -> told(program, "w1") == 1);
      assertThat(told(program, "h1")).isZero();
      program.kill();
    }
    try (var program = Program.start(installation)) {
      assertThat(move(installation, tomorrow.plusDays(1) + "T08:30:00+08:00")).isEqualTo(200);
      program.await("the head is told", () -> told(program, "h1") == 1);
      program.await("so is who has it in hand", () -> told(program, "w1") == 2);
      assertThat(new Sandbox(installation).say("h1", "late", "逾期").text()).contains("G1", "过了1天");
    }
  }

  /** With the sandbox alone, on a clock that is moved by hand. */
  private static void standStill(Installation installation) throws IOException {
    var settings = Files.readString(installation.settingsFile());
    var alone = settings.substring(0, settings.indexOf("  wecom:"));
    Files.writeString(installation.settingsFile(), alone + "clock: manual\n");
  }

  private static int move(Installation installation, String at) throws IOException {
    var body = "{\"at\":\"%s\"}".formatted(at).getBytes(UTF_8);
    return new Http(installation.port())
        .post("/sandbox/clock", "application/json", body)
        .statusCode();
  }

  private static long told(Program program, String person) {
    try (var database = Database.of(program.installation())) {
      return database.number(
          "SELECT count(*) FROM outgoing WHERE once LIKE 'care:%:p." + person + ":0'");
    }
  }
}
