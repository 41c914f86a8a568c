package org.lanshao.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.FullSize;

/** What people write and who they are stays out of logs, metrics and the database's files. */
class PrivacyIT {
  private static final String HOUSEHOLD = "甄家大院绝密户";
  private static final String NOTE = "绝密备注四七一一";
  private static final String LOST = "绝密陌生人的话";
  private static final List<String> PRIVATE =
      List.of(
          HOUSEHOLD,
          NOTE,
          LOST,
          "甄社工",
          "甄统计",
          "1390000",
          Installation.WECOM_SECRET,
          Installation.TOKEN,
          Installation.AES_KEY,
          Installation.DATA_KEY);

  private final Path dir;

  PrivacyIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void nothingPrivateIsLeftOutsideOnSqlite() throws Exception {
    holdSecret(Installation.onSqlite(dir), dir.resolve("data"));
  }

  @Test
  @FullSize
  void nothingPrivateIsLeftOutsideOnPostgres() throws Exception {
    try (var postgres = Postgres.in(dir)) {
      holdSecret(Installation.on(postgres, dir), dir.resolve("pg"));
    }
  }

  private static void holdSecret(Installation installation, Path files) throws Exception {
    String metrics;
    List<String> log;
    try (var program = Program.start(installation)) {
      use(installation);
      metrics = program.get("/metrics").body();
      assertThat(metrics)
          .contains(
              "lanshao_turn_seconds_count ",
              "lanshao_store_batch",
              "lanshao_store_commit",
              "lanshao_store_queue",
              "lanshao_refusals_total{channel=\"wecom\",code=\"inner\"}");
      assertSecret(files);
      program.stop();
      log = program.log();
    }
    assertThat(log).isNotEmpty();
    assertThat(PRIVATE)
        .allSatisfy(
            secret -> {
              assertThat(metrics).doesNotContain(secret);
              assertThat(log).noneMatch(line -> line.contains(secret));
            });
    assertSecret(files);
  }

  /** Records, drafts, counts, mistakes, strangers, and requests that are refused. */
  private static void use(Installation installation) throws IOException {
    var sandbox = new Sandbox(installation);
    var wecom = new Wecom(installation);
    long id = 1;
    for (var client : List.of(sandbox, wecom)) {
      for (var text : List.of("记事", HOUSEHOLD, NOTE, "提交", "我的", "统计 今年", "记事", NOTE)) {
        assertThat(client.say(1, id++, text).status()).isEqualTo(200);
      }
    }
    assertThat(sandbox.say("w2", "draft", LOST).status()).isEqualTo(200);
    wecom.send(wecom.request(Wecom.textMessage(1, id++, LOST).replace("Worker.1", "Stranger.1")));
    sandbox.say("nobody", "strange", LOST);
    wecom.send(Wecom.signed("x", LOST.getBytes(UTF_8)));
    wecom.send(wecom.request(LOST));
    wecom.send(
        new Wecom.Request(
            Wecom.PATH + "?msg_signature=" + Installation.TOKEN, LOST.getBytes(UTF_8)));
  }

  private static void assertSecret(Path files) throws IOException {
    assertThat(Traces.of(PRIVATE, files)).as("private texts in the database's files").isEmpty();
  }
}
