package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.Effort;

/** {@code kill -9} at any moment loses nothing that was acknowledged, and doubles nothing. */
class KillIT {
  private static final int KILLS = Effort.of(20);
  private static final int WORKERS = 8;

  private final Path dir;

  KillIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void whatWasAcknowledgedOnSqliteIsThereOnceAfterEachKill() throws Exception {
    killAgainAndAgain(Installation.onSqlite(dir));
  }

  @Test
  void whatWasAcknowledgedOnPostgresIsThereOnceAfterEachKill() throws Exception {
    try (var postgres = Postgres.in(dir)) {
      killAgainAndAgain(Installation.on(postgres, dir));
    }
  }

  @Test
  void aKilledPostgresIsWaitedFor() throws Exception {
    try (var postgres = Postgres.in(dir);
        var program = Program.start(Installation.on(postgres, dir)).expecting("store|database")) {
      var crowd = Crowd.on(program.installation(), WORKERS);
      for (int i = 0; i < KILLS / 5; i++) {
        crowd.goOn(WORKERS);
        postgres.kill();
        program.await("not ready", () -> !program.ready());
        assertThat(sayAnything(program, i).status()).isEqualTo(503);
        postgres.restart();
        program.awaitReady();
      }
      crowd.goOn(WORKERS);
      crowd.finish();
      new Books(program.installation()).hold(crowd);
    }
  }

  private static void killAgainAndAgain(Installation installation) throws Exception {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var program = Program.start(installation);
    var crowd = Crowd.on(installation, WORKERS);
    try {
      for (int i = 0; i < KILLS; i++) {
        Program.sleep(random.nextInt(400));
        program.kill();
        program.assertNoSurprise();
        program = Program.start(installation);
      }
      crowd.goOn(WORKERS);
      crowd.finish();
      assertThat(crowd.visitors()).as("some deliveries were cut off").anyMatch(v -> v.again() > 0);
      new Books(installation).hold(crowd);
    } finally {
      program.close();
    }
    new Books(installation).recount();
  }

  /** From somebody outside the crowd. */
  private static Said sayAnything(Program program, int nth) throws Exception {
    return new Sandbox(program.installation()).say(Installation.BYSTANDER, "lost" + nth, "我的");
  }
}
