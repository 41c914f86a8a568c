package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An acknowledged message is on the disk, not on its way there. */
class DurabilityIT {
  private static final int MESSAGES = 30;

  private final Path dir;

  DurabilityIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void eachMessageWaitsForSqliteToReachTheDisk() throws Exception {
    assumeTrue(Syncs.possible(), "skipped: strace is not there or may not attach");
    try (var program = Program.start(Installation.onSqlite(dir));
        var syncs = Syncs.of(dir.resolve("seen"), List.of(program.pid()))) {
      holdOneSyncEach(program.installation(), syncs);
    }
  }

  @Test
  void eachMessageWaitsForPostgresToReachTheDisk() throws Exception {
    assumeTrue(Syncs.possible(), "skipped: strace is not there or may not attach");
    try (var postgres = Postgres.in(dir);
        var program = Program.start(Installation.on(postgres, dir));
        var syncs = Syncs.of(dir.resolve("seen"), postgres.processes())) {
      holdOneSyncEach(program.installation(), syncs);
    }
  }

  /** One message after the other, so that no two share a commit. */
  private static void holdOneSyncEach(Installation installation, Syncs syncs) throws Exception {
    var sandbox = new Sandbox(installation);
    for (int i = 0; i < MESSAGES; i++) {
      long before = syncs.count();
      assertThat(sandbox.say(1, i, "我的").status()).isEqualTo(200);
      assertThat(syncs.count()).as("calls to the disk before the answer").isGreaterThan(before);
    }
  }

  @Test
  void theUrlOfSqliteCannotTurnThatOff() throws Exception {
    assumeTrue(Syncs.possible(), "skipped: strace is not there or may not attach");
    var installation = Installation.onSqlite(dir);
    try (var program = Program.start(installation.withStoreOptions("?synchronous=OFF"));
        var syncs = Syncs.of(dir.resolve("seen"), List.of(program.pid()))) {
      holdOneSyncEach(installation, syncs);
    }
  }

  @Test
  void aPostgresThatDoesNotWaitForTheDiskIsRefused() throws Exception {
    try (var postgres = Postgres.in(dir)) {
      var installation = Installation.on(postgres, dir);
      try (var database = Database.of(installation)) {
        database.run("ALTER DATABASE postgres SET synchronous_commit = off");
      }
      holdRefused(installation);
    }
  }

  private static void holdRefused(Installation installation) {
    var program = Program.launch(installation, List.of());
    try {
      assertThat(program.awaitEnd()).isNotZero();
      assertThat(program.log()).anyMatch(line -> line.contains("synchronous"));
      assertThat(program.log()).noneMatch(line -> line.startsWith("\tat "));
    } finally {
      program.kill();
    }
  }
}
