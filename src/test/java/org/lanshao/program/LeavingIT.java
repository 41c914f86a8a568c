package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody leaves on one of two nodes, while Redis is away: the other one knows it too. */
@Timeout(300)
class LeavingIT {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");

  private final Path dir;

  LeavingIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void whoLeftOnOneNodeHasNoAccessAndGetsNoAlarmOnTheOther() throws Exception {
    try (var postgres = Postgres.in(dir);
        var redis = new Redis();
        var one = Program.start(node(postgres, redis, "one"));
        var two = Program.start(node(postgres, redis, "two"));
        var database = Database.of(one.installation())) {
      redis.stop();
      var first = new Sandbox(one.installation());
      var second = new Sandbox(two.installation());
      var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
      var days = DAY.format(today) + "-" + DAY.format(today.plusDays(1));
      first.say("h1", "1", "排班 富林镇 " + days + " 甄社工5");
      assertThat(first.say("h1", "2", "确认").text()).contains("排好了2天");
      two.await("the second knows the roster", () -> says(second, "h1", "值班").contains("甄社工5"));
      assertThat(second.say("w6", "3", "紧急 石巷村着火").text()).contains("E1 已经上报", "甄社工5");
      assertThat(told(database, "E1", "w5")).isEqualTo(1);

      first.say("h1", "4", "离职 甄社工5");
      assertThat(first.say("h1", "5", "确认").text()).contains("甄社工5已经离职");
      two.await("the second knows it", () -> says(second, "w5", "我的").contains("离职"));

      assertThat(second.say("w5", "6", "接手 E1").text()).contains("离职");
      var alarm = second.say("w7", "7", "紧急 石巷村又着火").text();
      assertThat(alarm).contains("E2 已经上报", "甄站长").doesNotContain("甄社工5");
      assertThat(told(database, "E2", "h1")).isEqualTo(1);
      assertThat(told(database, "E2", "w5")).isZero();
    }
  }

  private int asked = 100;

  private String says(Sandbox node, String person, String words) {
    try {
      return node.say(person, Integer.toString(asked++), words).text();
    } catch (IOException notYet) {
      return "";
    }
  }

  private static long told(Database database, String alert, String person) {
    return database.number(
        "SELECT count(*) FROM outgoing WHERE once LIKE 'alert:%s:%%:p.%s:0'"
            .formatted(alert, person));
  }

  private Installation node(Postgres postgres, Redis redis, String name) throws IOException {
    return Installation.on(postgres, Files.createDirectories(dir.resolve(name)))
        .withRedis(redis.uri());
  }
}
