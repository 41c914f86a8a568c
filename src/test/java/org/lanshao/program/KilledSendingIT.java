package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lanshao.Patience;
import org.lanshao.Ports;

/**
 * Killed at each point of a message's way out, the program sends it at least once and at most
 * twice, under one number, and the record is there once.
 */
@Timeout(300)
class KilledSendingIT {
  private static final Pattern NUMBER = Pattern.compile("E\\d+");
  private static final int REPORT = 2;

  /** One person is told, once, while a test lasts. */
  private static final String PLANS =
      """
      times: {call: 2h, silent: 2h}
      plans:
        - name: single
          waves:
            - {after: 0s, people: [head]}
          repeat: 2h
      """;

  private final Path dir;

  KilledSendingIT(@TempDir Path dir) {
    this.dir = dir;
  }

  /** Where it is killed, and what is written and sent by then. */
  enum Point {
    AFTER_RECEIVE("org.lanshao.desk.Desk", "receive", 0, 0, 0),
    AFTER_COMMIT("org.lanshao.outbox.Sender", "wake", 1, 0, 0),
    BEFORE_SEND("org.lanshao.outbox.Outlets", "send", 1, 1, 0),
    AFTER_SEND("org.lanshao.outbox.Settling", "add", 1, 1, 1);

    private final String type;
    private final String method;
    private final int committed;
    private final int claimed;
    private final int sent;

    Point(String type, String method, int committed, int claimed, int sent) {
      this.type = type;
      this.method = method;
      this.committed = committed;
      this.claimed = claimed;
      this.sent = sent;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMessageLeavesAtLeastOnceAndAtMostTwiceWithOneNumber(Point point) throws Exception {
    try (var api = WecomApi.answeringAfter(Duration.ZERO)) {
      var installation = onWecomAlone(api);
      killAt(point, installation, api);
      Database.leasesEnd(installation);
      try (var program = Program.start(installation)) {
        assertThat(new Wecom(installation).say(1, REPORT, "紧急 着火").text()).contains("E1");
        Patience.until("settled", () -> count(program, "state = 1") == 1);
        assertThat(rows(program, "SELECT count(*) FROM alert")).isEqualTo(1);
        assertThat(rows(program, "SELECT count(*) FROM turn WHERE message_id = '2'")).isEqualTo(1);
        assertThat(count(program, "true")).isEqualTo(1);
      }
      assertThat(api.textToCount()).hasSize(1);
      api.textToCount()
          .forEach(
              (text, times) -> {
                assertThat(times).isEqualTo(1L + point.sent);
                assertThat(NUMBER.matcher(text).results().map(r -> r.group()).distinct())
                    .containsExactly("E1");
              });
    }
  }

  private Installation onWecomAlone(WecomApi api) throws IOException {
    var installation = Installation.onSqlite(dir).withWecomApi(api.uri());
    var file = installation.settingsFile();
    var plans = Files.writeString(dir.resolve("alerts.yaml"), PLANS);
    Files.writeString(
        file,
        Files.readString(file).replace("  sandbox: {kind: sandbox, allow: true}\n", "")
            + "alerts: \""
            + plans
            + "\"\n");
    Files.writeString(dir.resolve("directory/groups.csv"), "id,name,area,channel,send,hear\n");
    return installation;
  }

  private static void killAt(Point point, Installation installation, WecomApi api)
      throws Exception {
    int port = Ports.free();
    var program = Program.start(installation, Debugger.welcomedOn(port));
    var wecom = new Wecom(installation);
    assertThat(wecom.say(1, 1, "我的").status()).isEqualTo(200);
    try (var debugger = Debugger.on(port)) {
      var held = debugger.holdAt(point.type, point.method);
      var said = CompletableFuture.runAsync(() -> sayInVain(wecom), Thread::startVirtualThread);
      assertThat(held.await(Patience.USUAL.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(count(program, "state = 0")).isEqualTo(point.committed);
      assertThat(count(program, "claim = 1")).isEqualTo(point.claimed);
      assertThat(api.times()).hasSize(point.sent);
      program.kill();
      said.get(Patience.USUAL.toSeconds(), TimeUnit.SECONDS);
    } finally {
      program.kill();
    }
    program.assertNoSurprise();
  }

  /** The answer may have gone out before the kill, or not. */
  private static void sayInVain(Wecom wecom) {
    try {
      wecom.say(1, REPORT, "紧急 着火");
    } catch (IOException killed) {
      // as a platform sees it
    }
  }

  private static long count(Program program, String condition) {
    return rows(program, "SELECT count(*) FROM outgoing WHERE " + condition);
  }

  private static long rows(Program program, String sql) {
    try (var database = Database.of(program.installation())) {
      return database.number(sql);
    }
  }
}
