package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * While the database cannot be written, platforms are told to come again, operators see why, and
 * when it can be written again the server goes on by itself.
 */
class FaultIT {
  private final Path dir;

  FaultIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void aFullDiskIsSaidAndOutlived() throws Exception {
    assumeTrue(Shell.has("prlimit"), "skipped: prlimit is not there");
    try (var program = Program.start(Installation.onSqlite(dir)).expecting("store|database")) {
      var crowd = Crowd.on(program.installation(), 4);
      Program.sleep(300);
      // no file may grow: what a full disk does to the log of the database
      limitFiles(program, "4096");
      holdDown(program, "full|io");
      limitFiles(program, "unlimited");
      holdUpAgain(program, crowd);
    }
  }

  private static void limitFiles(Program program, String bytes) throws Exception {
    Shell.run("prlimit", "--pid", String.valueOf(program.pid()), "--fsize=" + bytes + ":unlimited");
  }

  @Test
  void aLockedFileIsSaidAndOutlived() throws Exception {
    try (var program = Program.start(Installation.onSqlite(dir)).expecting("store|database")) {
      var crowd = Crowd.on(program.installation(), 4);
      Program.sleep(300);
      try (var other = Database.of(program.installation())) {
        other.run("BEGIN IMMEDIATE");
        holdDown(program, "locked");
        other.run("ROLLBACK");
      }
      holdUpAgain(program, crowd);
    }
  }

  private static void holdDown(Program program, String code) throws Exception {
    var said = new Sandbox(program.installation()).say(Installation.BYSTANDER, "down", "我的");
    assertThat(said.status()).isEqualTo(503);
    program.await("not ready", () -> !program.ready());
    program.await(
        "a log line with the code",
        () -> {
          var line = "level=ERROR .* code=\"database-(" + code + ")\".*";
          return program.log().stream().anyMatch(Pattern.compile(line).asPredicate());
        });
    Shell.jdk("jcmd", String.valueOf(program.pid()), "GC.run");
    // On a full disk a small write may still succeed now and then.
    program.await("not ready in the metrics", () -> isDown(program));
    assertThat(program.log()).noneMatch(line -> line.contains("我的"));
  }

  private static void holdUpAgain(Program program, Crowd crowd) throws Exception {
    program.awaitReady();
    var said = new Sandbox(program.installation()).say(Installation.BYSTANDER, "down", "我的");
    assertThat(said.status()).as("the same message again").isEqualTo(200);
    crowd.finish();
    new Books(program.installation()).hold(crowd);
  }

  private static boolean isDown(Program program) {
    try {
      return program.get("/metrics").body().contains("\nlanshao_store_ready 0.0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
