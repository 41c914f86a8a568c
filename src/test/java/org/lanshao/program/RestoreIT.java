package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.FullSize;
import org.lanshao.Patience;

/** What backups of a running server are worth once they are needed. */
class RestoreIT {
  private final Path dir;
  private final Path backups;

  RestoreIT(@TempDir Path dir) {
    this.dir = dir;
    this.backups = dir.resolve("backups");
  }

  @Test
  @FullSize
  void aBackupOfSqliteTakenWhileVisitsAreFiledIsRestoredWhole() throws Exception {
    backUpAndRestore(Installation.onSqlite(made("one")), Installation.onSqlite(made("two")));
  }

  @Test
  void aBackupOfPostgresTakenWhileVisitsAreFiledIsRestoredWhole() throws Exception {
    try (var postgres = Postgres.in(made("first"));
        var other = Postgres.in(made("second"))) {
      backUpAndRestore(Installation.on(postgres, made("one")), Installation.on(other, made("two")));
    }
  }

  private void backUpAndRestore(Installation source, Installation target) throws Exception {
    BackupIT.media(source, 5);
    long before;
    try (var program = Program.start(source)) {
      var crowd = Crowd.on(source, 8);
      crowd.goOn(20);
      new Operator(source).backUp(backups);
      Program.sleep(1000); // the name of a backup is its second
      crowd.goOn(20);
      before = submissions(source);
      new Operator(source).backUp(backups);
      crowd.goOn(20);
      crowd.finish();
      new Books(source).hold(crowd);
      program.stop();
    }
    var backup = Operator.backups(backups).getLast();
    assertThat(sameFile(backup, Operator.backups(backups).getFirst()))
        .as("media that never change are linked, not copied again")
        .isTrue();

    new Operator(target).done("restore", backup.toString());

    assertThat(new Operator(target).done("recount")).contains("一致");
    new Books(target).recount();
    try (var all = Database.of(source);
        var some = Database.of(target)) {
      var numbers = "SELECT number FROM submission";
      assertThat(some.column(numbers))
          .hasSizeGreaterThanOrEqualTo((int) before)
          .hasSizeLessThan(all.column(numbers).size())
          .isSubsetOf(all.column(numbers));
    }
    assertThat(BackupIT.contents(target.data().resolve("media")))
        .hasSize(5)
        .isEqualTo(BackupIT.contents(source.data().resolve("media")));
    staysSilentUntilResumed(target);
  }

  private static boolean sameFile(Path one, Path other) throws IOException {
    var path = one.relativize(BackupIT.medium(one));
    return Files.isSameFile(one.resolve(path), other.resolve(path));
  }

  /** A record that a head returns is told to its author, but not while sending is held. */
  private static void staysSilentUntilResumed(Installation restored) throws Exception {
    try (var program = Program.start(restored);
        var database = Database.of(restored)) {
      assertThat(program.get("/health/ready").body()).contains("\"sending\":\"held\"");
      assertThat(program.log()).anyMatch(line -> line.contains("sending is held"));
      giveBack(restored, database, 1);
      Program.sleep(1500);
      assertThat(sent(database)).isZero();

      var operator = new Operator(restored);
      assertThat(operator.done("resume", "--look")).contains("等着发的有 1 条").contains("还停着");
      assertThat(operator.done("resume")).contains("开始发 1 条");
      giveBack(restored, database, 2);

      Patience.until("sent", () -> sent(database) == 2);
      program.await("said", () -> isCurrent(program));
      assertThat(operator.done("resume")).contains("没有停发");
    }
  }

  private static boolean isCurrent(Program program) {
    try {
      return program.get("/health/ready").body().contains("\"sending\":\"current\"");
    } catch (IOException e) {
      return false;
    }
  }

  private static void giveBack(Installation installation, Database database, int nth)
      throws IOException {
    var number =
        database
            .column(
                "SELECT number FROM submission WHERE revision = 1 AND person LIKE 'w%'"
                    + " ORDER BY number LIMIT 9")
            .get(nth);
    var said = new Sandbox(installation).say("h1", "back" + nth, "退回 " + number + " 人数不对");
    assertThat(said.text()).contains("退回给");
  }

  private static long sent(Database database) {
    return database.number("SELECT count(*) FROM outgoing WHERE state = 1");
  }

  private static long submissions(Installation installation) {
    try (var database = Database.of(installation)) {
      return database.number("SELECT count(*) FROM submission");
    }
  }

  private Path made(String name) throws IOException {
    return Files.createDirectories(dir.resolve(name));
  }
}
