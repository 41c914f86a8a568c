package org.lanshao.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lanshao.Patience;
import org.lanshao.Ports;

/** A process is killed between a draft's timer being due and the turn that follows from it. */
@Timeout(300)
class DraftKillIT {
  private final LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(2);

  private final Installation installation;

  DraftKillIT(@TempDir Path dir) {
    installation = Installation.onSqlite(dir);
  }

  /** How far it has come by then. */
  enum Point {
    DECIDED("org.lanshao.desk.Desk", "written"),
    LOOKING("org.lanshao.desk.TurnLooks", "look"),
    CLAIMED("org.lanshao.timer.Ringer", "ring");

    private final String type;
    private final String method;

    Point(String type, String method) {
      this.type = type;
      this.method = method;
    }
  }

  @ParameterizedTest
  @EnumSource
  void theReminderIsSentOnceAndNoAnswerIsLost(Point point) throws Exception {
    standStill();
    killedAt(point);
    assertThat(sent()).isZero();
    Database.leasesEnd(installation);
    try (var program = Program.start(installation)) {
      move("09:45");
      program.await("the reminder", () -> sent() == 1);
      program.kill();
    }
    Database.leasesEnd(installation);
    try (var program = Program.start(installation)) {
      move("11:45");
      program.await("the second", () -> sent() == 2);
      var sandbox = new Sandbox(installation);
      sandbox.say("w1", "d3", "屋顶漏水");
      assertThat(sandbox.say("w1", "d4", "提交").text()).contains("：甄大山。");
      program.assertNoSurprise();
    }
  }

  /** Half filled, silent until the first reminder is due, and killed while it is looked at. */
  private void killedAt(Point point) throws Exception {
    int port = Ports.free();
    var program = Program.start(installation, Debugger.welcomedOn(port));
    try {
      move("09:30");
      var sandbox = new Sandbox(installation);
      sandbox.say("w1", "d1", "记事");
      sandbox.say("w1", "d2", "甄大山");
      try (var debugger = Debugger.on(port)) {
        var held = debugger.holdAt(point.type, point.method);
        move("09:41");
        assertThat(held.await(Patience.USUAL.toSeconds(), TimeUnit.SECONDS)).isTrue();
        program.kill();
      }
    } finally {
      program.kill();
    }
  }

  /** With the sandbox alone, on a clock that is moved by hand. */
  private void standStill() throws IOException {
    var settings = Files.readString(installation.settingsFile());
    var alone = settings.substring(0, settings.indexOf("  wecom:"));
    Files.writeString(installation.settingsFile(), alone + "clock: manual\n");
  }

  private void move(String time) throws IOException {
    var body = "{\"at\":\"%sT%s:00+08:00\"}".formatted(day, time).getBytes(UTF_8);
    var moved =
        new Http(installation.port()).post("/sandbox/clock", "application/json", body).statusCode();
    assertThat(moved).isEqualTo(200);
  }

  private long sent() {
    try (var database = Database.of(installation)) {
      return database.number("SELECT count(*) FROM outgoing");
    }
  }
}
