package org.lanshao.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Routine reminders of the whole program: once, and after it was down one catch-up or none. */
@Timeout(300)
class ReminderIT {
  private static final String NOTICES =
      """
      most: 9
      schedules:
        - {id: caught-up, title: 一, topic: 防汛, cron: "0 9 * * *", to: {groups: [town]}, text: rain, missed: once}
        - {id: left-out, title: 二, topic: 防汛, cron: "5 9 * * *", to: {groups: [town]}, text: rain, missed: skip}
      """;

  /** How many of both have seen to their slots up to a moment. */
  private static final String SEEN_TO =
      "SELECT COUNT(*) FROM reminder WHERE schedule IN ('caught-up', 'left-out') AND done >= ";

  @Test
  void threeSlotsThatNobodySawBecomeOneCatchUpOrNoneAsTheFileSays(@TempDir Path dir)
      throws Exception {
    var installation = installation(dir);
    var first = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(2);
    try (var program = Program.start(installation)) {
      program.await("both have begun", () -> count(program, SEEN_TO + "0") == 2);
      move(installation, first + "T08:00:00+08:00");
      program.await("the days before are done with", () -> isDone(program, first.minusDays(1)));
      long before = sent(program, "caught-up");
      move(installation, first + "T09:00:00+08:00");
      program.await("the first slot", () -> sent(program, "caught-up") == before + 2);
      move(installation, first + "T09:05:00+08:00");
      program.await("the second slot", () -> sent(program, "left-out") == 2);
      program.kill();
    }
    try (var program = Program.start(installation)) {
      long before = sent(program, "caught-up");
      var last = first.plusDays(3);
      move(installation, last + "T12:00:00+08:00");
      program.await("three days are done with", () -> isDone(program, last));

      assertThat(sent(program, "caught-up")).isEqualTo(before + 2);
      assertThat(sent(program, "left-out")).isEqualTo(2);
      assertThat(count(program, "SELECT COUNT(*) FROM outgoing WHERE lane = 3 AND expires > 0"))
          .isEqualTo(before + 4);
    }
  }

  /** Both schedules have seen to their slots of that day. */
  private static boolean isDone(Program program, LocalDate day) {
    long morning = day.atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant().toEpochMilli();
    return count(program, SEEN_TO + morning) == 2;
  }

  /** A station's message, and the one to pass on: two for each slot. */
  private static long sent(Program program, String schedule) {
    return count(
        program, "SELECT COUNT(*) FROM outgoing WHERE once LIKE 'reminder:" + schedule + ":%'");
  }

  private static long count(Program program, String sql) {
    try (var database = Database.of(program.installation())) {
      return database.number(sql);
    }
  }

  private static void move(Installation installation, String at) throws IOException {
    var moved =
        new Http(installation.port())
            .post(
                "/sandbox/clock",
                "application/json",
                "{\"at\":\"%s\"}".formatted(at).getBytes(UTF_8));
    assertThat(moved.statusCode()).as(moved.body()).isLessThan(300);
  }

  /** With reminders and a clock that stands still, and without a real channel. */
  private static Installation installation(Path dir) throws IOException {
    var installation = Installation.onSqlite(dir);
    var notices = Files.writeString(dir.resolve("notices.yaml"), NOTICES);
    var texts = Files.createDirectories(dir.resolve("conversations/notices"));
    Files.writeString(texts.resolve("rain.md"), "{date} {station} 看低洼处\n\n## 转发给家长\n下雨少出门\n");
    var settings = Files.readString(installation.settingsFile());
    var sandboxAlone = settings.substring(0, settings.indexOf("  wecom:"));
    Files.writeString(
        installation.settingsFile(),
        sandboxAlone + "clock: manual\nnotices: \"" + notices + "\"\n");
    return installation;
  }
}
