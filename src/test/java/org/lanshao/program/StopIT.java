package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.Patience;

/** The server ends when it is told to, and when whoever started it ends. */
class StopIT {
  private final Path dir;

  StopIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void aStopDuringTrafficLosesNothing() throws Exception {
    var installation = Installation.onSqlite(dir);
    var program = Program.start(installation);
    var crowd = Crowd.on(installation, 8);
    try {
      for (int i = 0; i < 3; i++) {
        Program.sleep(300);
        // 143: ended by SIGTERM, after all was done
        assertThat(program.stop()).isIn(0, 143);
        program.assertNoSurprise();
        program = Program.start(installation);
      }
      crowd.finish();
      new Books(installation).hold(crowd);
    } finally {
      program.close();
    }
    new Books(installation).recount();
  }

  @Test
  void aCleanStopLeavesOneDatabaseFile() throws Exception {
    var installation = Installation.onSqlite(dir);
    try (var program = Program.start(installation)) {
      new Sandbox(installation).say(1, 1, "我的");
      program.stop();
    }
    assertThat(dir.resolve("data/lanshao.db-wal"))
        .satisfiesAnyOf(
            wal -> assertThat(wal).doesNotExist(), wal -> assertThat(wal).isEmptyFile());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "KILL", "HUP"})
  void aServerWithAParentEndsWithIt(String signal) throws Exception {
    var installation = Installation.onSqlite(dir);
    var parent = parent(installation);
    try {
      Patience.until("ready", () -> ready(installation));
      var server = parent.descendants().filter(ProcessHandle::isAlive).findFirst().orElseThrow();
      Shell.run("kill", "-" + signal, String.valueOf(parent.pid()));
      Patience.until("ended", () -> !server.isAlive());
    } finally {
      parent.descendants().forEach(ProcessHandle::destroyForcibly);
      parent.destroyForcibly();
    }
  }

  /** A shell that waits for the server, as Maven does. */
  private static Process parent(Installation installation) throws IOException {
    var serve =
        Program.command(
            "serve", "--with-parent", "--config", installation.settingsFile().toString());
    // what follows keeps the shell from becoming the server
    return new ProcessBuilder(List.of("sh", "-c", String.join(" ", serve) + "; exit $?"))
        .redirectErrorStream(true)
        .redirectOutput(installation.dir().resolve("log.txt").toFile())
        .start();
  }

  private static boolean ready(Installation installation) {
    try {
      return new Http(installation.managementPort()).get("/health/ready").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
