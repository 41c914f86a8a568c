package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.Patience;

/** From the embedded database to PostgreSQL: everything or nothing, and counts that are equal. */
class MoveIT {
  private final Path dir;

  MoveIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void everythingIsMovedOnceTheServerIsStopped() throws Exception {
    var embedded = Installation.onSqlite(dir);
    try (var postgres = Postgres.in(dir)) {
      Crowd crowd;
      String report;
      try (var program = Program.start(embedded)) {
        crowd = Crowd.on(embedded, 8);
        crowd.goOn(60);
        var running = move(embedded, postgres);
        assertThat(running.exit()).isEqualTo(1);
        assertThat(running.text()).contains("先停服务");
        crowd.finish();
        report = report(embedded, "a");
        program.stop();
      }
      var before = Files.readAllBytes(dir.resolve("data/lanshao.db"));

      killInTheMiddle(embedded, postgres);
      var moved = move(embedded, postgres);

      assertThat(moved.text()).contains("两边每一行和统计数都一致");
      assertThat(moved.exit()).isZero();
      assertThat(Arrays.equals(before, Files.readAllBytes(dir.resolve("data/lanshao.db"))))
          .as("the embedded database is as it was")
          .isTrue();
      var again = move(embedded, postgres);
      assertThat(again.exit()).isEqualTo(1);
      assertThat(again.text()).contains("里已经有数据");
      var target = Installation.on(postgres, dir);
      try (var program = Program.start(target)) {
        assertThat(report(target, "b")).isEqualTo(report);
        new Books(target).hold(crowd);
        program.stop();
      }
      new Books(target).recount();
    }
  }

  /** Somebody else's lock keeps the move in the middle until it is killed. */
  private void killInTheMiddle(Installation embedded, Postgres postgres) throws Exception {
    var target = Installation.on(postgres, dir);
    // one that finds the database refused, after it made the tables
    Installation.onSqlite(dir);
    var first = begin(embedded, postgres);
    try (var database = Database.of(target)) {
      Patience.until("tables", () -> exists(database, "turn") && exists(database, "media"));
      first.destroyForcibly().waitFor();
      database.run("BEGIN");
      database.run("LOCK TABLE turn IN ACCESS EXCLUSIVE MODE");
      var second = begin(embedded, postgres);
      try (var other = Database.of(target)) {
        Patience.until(
            "waiting for the lock",
            () ->
                other.number(
                        "SELECT count(*) FROM pg_locks WHERE NOT granted"
                            + " AND relation = 'turn'::regclass")
                    > 0);
        second.destroyForcibly().waitFor();
        assertThat(other.number("SELECT count(*) FROM submission")).isZero();
      }
      database.run("ROLLBACK");
    }
  }

  private static boolean exists(Database database, String table) {
    return database.column("SELECT to_regclass('" + table + "')").getFirst() != null;
  }

  private static Operator.Ended move(Installation from, Postgres postgres) {
    return new Operator(from).run("move", arguments(postgres));
  }

  private static Process begin(Installation from, Postgres postgres) {
    return new Operator(from).begin(List.of(), "move", arguments(postgres));
  }

  private static String[] arguments(Postgres postgres) {
    return new String[] {"--to", postgres.jdbcUrl(), "--user", "postgres"};
  }

  private static String report(Installation installation, String id) throws Exception {
    return new Sandbox(installation).say(Installation.COORDINATOR, "r" + id, "统计 清点 今年").text();
  }
}
