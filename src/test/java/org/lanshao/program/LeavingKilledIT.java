package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.FullSize;
import org.lanshao.directory.PersonId;
import org.lanshao.store.Store;
import org.lanshao.turn.PeopleHeld.Sought;
import org.lanshao.turn.Unavailable;

/**
 * Somebody whose deletion is killed half-way is deleted all the same: by the next start. Where each
 * was over before it was killed, all are gone without it.
 */
class LeavingKilledIT {
  private static final int PEOPLE = 6;
  private static final int VISITS = 15;

  /**
   * So long the first deletion has had its way, at most, when it is killed; the next half as long.
   */
  private static final int MOST_MILLIS = 400;

  private final Path dir;
  private final Random random = new Random();

  LeavingKilledIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  @FullSize
  void onSqlite() throws Exception {
    hold(Installation.onSqlite(dir));
  }

  @Test
  void onPostgres() throws Exception {
    try (var postgres = Postgres.in(dir)) {
      hold(Installation.on(postgres, dir));
    }
  }

  private static String name(int person) {
    return "甄阿婆" + "一二三四五六".charAt(person - 1);
  }

  private void hold(Installation installation) throws Exception {
    var operator = new Operator(installation);
    var count = "";
    int killed = 0;
    try (var program = Program.start(installation)) {
      operator.done("register", ledger().toString(), "--yes");
      var worker = new Speaker(new Sandbox(installation), "w1");
      program.await("the register", () -> worker.say("档案 J106").contains(name(6)));
      for (int i = 0; i < PEOPLE * VISITS; i++) {
        worker.say("走访 富林镇 " + name(1 + i % PEOPLE) + " 入户 3人 防汛 没有隐患 夜里常常哭", "提交");
      }
      assertThat(worker.say("明细 V1")).contains(name(1));
      count = worker.count("走访");
      assertThat(count).contains(PEOPLE * VISITS + "户次");
      while (killed < PEOPLE && !isHalfWay(installation, killed)) {
        killed++;
        kill(installation, killed);
      }
      program.stop();
    }
    // Opened before: to open it writes, and the program must not meet another that writes.
    try (var store = installation.open();
        var program = Program.start(installation)) {
      int last = killed;
      program.await("the rest", () -> held(store, last) == 0);
      assertThat(new Speaker(new Sandbox(installation), "w1").count("走访")).isEqualTo(count);
      program.stop();
    }
    for (int person = 1; person <= PEOPLE; person++) {
      assertThat(held(installation, person) == 0).isEqualTo(person <= killed);
    }
    assertThat(operator.done("recount")).contains("一致");
    assertThat(operator.done("audit", "verify")).contains("都没有被改过");
  }

  private Path ledger() throws IOException {
    var rows = new StringBuilder("户号,村居,户主,姓名\n");
    for (int person = 1; person <= PEOPLE; person++) {
      rows.append("J10%1$d,富林镇,%2$s,%2$s\n".formatted(person, name(person)));
    }
    return Files.writeString(dir.resolve("ledger.csv"), rows);
  }

  /** Kills a deletion at any moment after it was begun. */
  private void kill(Installation installation, int person) throws InterruptedException {
    try (var database = Database.of(installation)) {
      kill(installation, person, database);
    }
  }

  private void kill(Installation installation, int person, Database database)
      throws InterruptedException {
    long before = begun(database);
    var process =
        new Operator(installation)
            .begin(List.of(), "person", "delete", "J10" + person, name(person), "--yes");
    while (process.isAlive() && begun(database) == before) {
      Program.sleep(1);
    }
    Program.sleep(random.nextInt(MOST_MILLIS >> (person - 1)));
    process.destroyForcibly().waitFor();
    assertThat(begun(database)).as("it was begun").isGreaterThan(before);
  }

  private static long begun(Database database) {
    return database.number("SELECT COUNT(*) FROM leaver");
  }

  /** Whether something is left of somebody whose deletion was killed; nobody is person 0. */
  private static boolean isHalfWay(Installation installation, int person) {
    return person > 0 && held(installation, person) > 0;
  }

  private static long held(Installation installation, int person) {
    try (var store = installation.open()) {
      return held(store, person);
    } catch (Unavailable e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many rows name a person. */
  private static long held(Store store, int person) {
    var sought =
        new Sought(
            Set.of(),
            Set.of(name(person)),
            Set.of(),
            Set.of(),
            Set.of(new PersonId("w1")),
            true,
            Set.of(),
            List.of());
    try {
      return store.people().count(sought).values().stream().mapToLong(Long::longValue).sum();
    } catch (Unavailable e) {
      throw new IllegalStateException(e);
    }
  }
}
