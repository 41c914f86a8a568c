package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.Effort;
import org.lanshao.FullSize;

/**
 * While what a version before tallied is moved to where it belongs now, {@code kill -9} at any
 * moment loses and doubles nothing: counts are exact after each, and the move goes on.
 */
class TallyMoveKilledIT {
  private static final int KILLS = Effort.of(3);
  private static final int WORKERS = 4;

  /** So long the move goes on, at most, before it is killed; then it pauses anyway. */
  private static final int MOST_MILLIS = 200;

  private final Path dir;
  private final Random random = new Random();

  TallyMoveKilledIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void onSqlite() throws Exception {
    hold(Installation.onSqlite(dir));
  }

  @Test
  @FullSize
  void onPostgres() throws Exception {
    try (var postgres = Postgres.in(dir)) {
      hold(Installation.on(postgres, dir));
    }
  }

  private void hold(Installation installation) throws Exception {
    var coordinator = new Speaker(new Sandbox(installation), Installation.COORDINATOR);
    var crowd = Crowd.on(installation, WORKERS);
    try (var program = Program.start(installation)) {
      crowd.goOn(20);
      program.kill();
    }
    long visits = tallyBefore(installation);
    int halfWay = 0;
    for (long left = left(installation); left > 0 && halfWay < KILLS; left = left(installation)) {
      long before = left;
      try (var program = Program.start(installation)) {
        assertThat(coordinator.count("走访")).contains(" %d户次".formatted(visits));
        program.await("the move", () -> left(installation) < before);
        Program.sleep(random.nextInt(MOST_MILLIS));
        program.kill();
      }
      halfWay += left(installation) > 0 ? 1 : 0;
    }
    assertThat(halfWay).as("killed half-way").isPositive();
    try (var program = Program.start(installation)) {
      program.await("the rest", () -> left(installation) == 0);
      crowd.goOn(WORKERS);
      crowd.finish();
      new Books(installation).hold(crowd);
      assertThat(coordinator.count("走访")).contains(" %d户次".formatted(visits));
      program.stop();
    }
    new Books(installation).recount();
    assertThat(new Operator(installation).done("recount")).contains("一致");
  }

  private static long left(Installation installation) {
    try (var database = Database.of(installation)) {
      return database.number("SELECT count(*) FROM tally_before");
    }
  }

  /**
   * Adds six years of visits by purpose, and lets all tallies stand as the version before left
   * them; how many visits these are. No server runs.
   */
  private static long tallyBefore(Installation installation) {
    try (var database = Database.of(installation)) {
      database.run(
          """
          WITH RECURSIVE
            days(n, day) AS (
              SELECT 0, 20200101 UNION ALL
              SELECT n + 1, 20200101 + (n + 1) / 336 * 10000 + (n + 1) / 28 % 12 * 100 + (n + 1) % 28
                FROM days WHERE n < 2015),
            answers(nth, dimension, value) AS (
              SELECT 0, '', '' UNION ALL
              SELECT nth + 1, 'purpose',
                     CASE nth WHEN 0 THEN 'flood' WHEN 1 THEN 'routine'
                                  WHEN 2 THEN 'comfort' ELSE 'p' || nth END
                FROM answers WHERE nth < 8)
          INSERT INTO entry
            (submission, revision, place, day, path, measure, dimension, value, subject, amount)
            SELECT e.submission, 1000 + n, nth, d.day, e.path, 'visit.household_visits',
                   a.dimension, a.value, e.subject, 1 + n % 3
              FROM (SELECT * FROM entry WHERE measure = 'numbered.visits' LIMIT 1) AS e
                CROSS JOIN days d CROSS JOIN answers a
          """);
      for (var period : new String[] {"day", "day / 100"}) {
        database.run(
            """
            INSERT INTO tally_before (area, measure, dimension, value, period, amount)
              SELECT l.area, e.measure, e.dimension, e.value, e.%s AS period, SUM(e.amount)
                FROM entry e JOIN lies_in l ON l.path = e.path
                WHERE e.measure = 'visit.household_visits'
                GROUP BY l.area, e.measure, e.dimension, e.value, e.%1$s
            """
                .formatted(period));
      }
      database.run(
          """
          INSERT INTO tally_before (area, measure, dimension, value, period, amount)
            SELECT area, measure, dimension, value, period, amount FROM period_tally
              WHERE period > 9999
          """);
      database.run("DELETE FROM period_tally");
      return database.number(
          """
          SELECT SUM(amount) FROM entry
            WHERE measure = 'visit.household_visits' AND dimension = ''
          """);
    }
  }
}
