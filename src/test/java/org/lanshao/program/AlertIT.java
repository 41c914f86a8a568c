package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.Ports;

/** Alerts of the whole program: raised whatever fails, and climbing whatever is killed. */
@Timeout(300)
class AlertIT {
  private static final String PLANS =
      """
      plans:
        - name: quick
          waves:
            - {after: 0s, people: [head]}
            - {after: 6s, people: [county]}
          repeat: 10m
      """;

  @Test
  void aBugInFormReaderOrRegisterCostsWhatWouldHaveBeenUnderstoodButNotTheAlert(@TempDir Path dir)
      throws Exception {
    int port = Ports.free();
    var installation = Installation.onSqlite(dir);
    try (var program =
        Program.start(installation, Debugger.welcomedOn(port)).expecting("turn failed")) {
      var sandbox = new Sandbox(installation);
      assertThat(sandbox.say(1, 1, "紧急 着火").text()).contains("E1 已经上报");
      long id = 2;
      for (var bug :
          List.of(
              "org.lanshao.dialogue.Dialogue#start",
              "org.lanshao.alert.Sighting#of",
              "org.lanshao.desk.filing.Filings#of",
              "org.lanshao.desk.alert.AlertPost#of")) {
        var said = sayWhereThrows(bug, port, sandbox, (int) id);
        assertThat(said.status()).as(bug).isEqualTo(200);
        assertThat(said.text()).as(bug).startsWith("本系统不会代拨").contains("E" + id + " 已经");
        assertThat(count(program, "SELECT count(*) FROM alert WHERE open = 1")).isEqualTo(id);
        id++;
      }
    }
  }

  private static Said sayWhereThrows(String bug, int port, Sandbox sandbox, int worker)
      throws Exception {
    try (var debugger = Debugger.on(port)) {
      var place = bug.split("#");
      debugger.throwOnce(place[0], place[1]);
      return sandbox.say(worker, worker, "紧急 着火");
    }
  }

  @Test
  void anAlertGoesOnClimbingAfterTheProcessIsKilled(@TempDir Path dir) throws Exception {
    var installation = Installation.onSqlite(dir);
    var plans = Files.writeString(dir.resolve("alerts.yaml"), PLANS);
    var settings = Files.readString(installation.settingsFile());
    Files.writeString(installation.settingsFile(), settings + "alerts: \"" + plans + "\"\n");
    Said said;
    try (var program = Program.start(installation)) {
      said = new Sandbox(installation).say(1, 1, "紧急 着火");
      program.kill();
    }
    assertThat(said.text()).contains("E1 已经上报");

    try (var program = Program.start(installation)) {
      assertThat(new Sandbox(installation).say(1, 1, "紧急 着火")).isEqualTo(said);
      assertThat(count(program, "SELECT count(*) FROM alert")).isEqualTo(1);
      program.await(
          "the next wave",
          () -> count(program, "SELECT count(*) FROM outgoing WHERE once LIKE '%p.c1:0'") == 1);
      assertThat(count(program, "SELECT count(*) FROM outgoing WHERE once LIKE '%p.h1:0'"))
          .isEqualTo(1);

      assertThat(new Sandbox(installation).say("h1", "h-1", "接手 E1").text()).contains("由您接手了");
      assertThat(new Sandbox(installation).say("c1", "c-1", "接手 E1").text()).contains("已由甄站长接手");
    }
  }

  private static long count(Program program, String sql) {
    try (var database = Database.of(program.installation())) {
      return database.number(sql);
    }
  }
}
