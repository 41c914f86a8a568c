package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.Effort;
import org.lanshao.Patience;

/** Backups of a running server, and what they are worth once they are needed. */
class BackupIT {
  private static final int KILLS = Effort.of(8);

  /** So long a backup has had its way, at most, when it is killed. */
  private static final int MOST_MILLIS = 600;

  private final Path dir;
  private final Path backups;

  BackupIT(@TempDir Path dir) {
    this.dir = dir;
    this.backups = dir.resolve("backups");
  }

  @Test
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
    media(source, 5);
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
    assertThat(contents(target.data().resolve("media")))
        .hasSize(5)
        .isEqualTo(contents(source.data().resolve("media")));
    staysSilentUntilResumed(target);
  }

  private static boolean sameFile(Path one, Path other) throws IOException {
    var path = one.relativize(medium(one));
    return Files.isSameFile(one.resolve(path), other.resolve(path));
  }

  /** Some file of media. */
  private static Path medium(Path backup) throws IOException {
    try (var all = Files.walk(backup.resolve("media"))) {
      return all.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
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

  @Test
  void aBackupThatIsNotWhatWasMadeIsRefusedAndNothingIsThereAfterwards() throws Exception {
    var source = Installation.onSqlite(made("one"));
    media(source, 2);
    try (var program = Program.start(source)) {
      new Sandbox(source).say(1, 1, "我的");
      new Operator(source).backUp(backups);
      assertThat(new Operator(source).run("restore", backup().toString()).text()).contains("正在用");
      program.stop();
    }
    assertThat(new Operator(source).run("restore", backup().toString()).text()).contains("已经有数据库");
    var target = Installation.onSqlite(made("two"));
    flip(backup().resolve("lanshao.db"), 5000);
    assertRefused(target, "lanshao.db 缺了或者被改过");
    flip(backup().resolve("lanshao.db"), 5000);
    var medium = medium(backup());
    flip(medium, 3);
    assertRefused(target, "被改过");
    flip(medium, 3);
    forge();
    assertRefused(target, "manifest.json 缺了或者被改过");
    unforge();
    var other = Installation.DATA_KEY.replace('b', 'c');
    Files.writeString(
        target.settingsFile(),
        Files.readString(target.settingsFile()).replace(Installation.DATA_KEY, other));
    assertRefused(target, "不是这个备份的密钥");
    Files.move(backup(), backups.resolve("lanshao-20220510-033000.part"));
    var half = new Operator(source).run("restore", backups + "/lanshao-20220510-033000.part");
    assertThat(half.text()).contains("不是做完的备份");
  }

  private void assertRefused(Installation target, String why) {
    var ended = new Operator(target).run("restore", backup().toString());
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.text()).contains(why);
    assertThat(target.dir().resolve("data/lanshao.db")).doesNotExist();
    assertThat(target.data().resolve("media")).doesNotExist();
  }

  private Path backup() {
    return Operator.backups(backups).getLast();
  }

  private void forge() throws IOException {
    var manifest = backup().resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("0.1.0", "0.1.1"));
  }

  private void unforge() throws IOException {
    var manifest = backup().resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("0.1.1", "0.1.0"));
  }

  private static void flip(Path file, int at) throws IOException {
    var bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
  }

  @Test
  void aKilledBackupLeavesTheServerAndEarlierBackupsAsTheyWere() throws Exception {
    var source = Installation.onSqlite(made("one"));
    media(source, 300);
    Files.createDirectories(backups);
    var random = new Random();
    try (var program = Program.start(source)) {
      var crowd = Crowd.on(source, 4);
      for (int i = 0; i < KILLS; i++) {
        var earlier = unfinished();
        var process = new Operator(source).begin(List.of(), "backup", "--to", backups.toString());
        while (process.isAlive() && earlier.containsAll(unfinished())) {
          Program.sleep(1);
        }
        Program.sleep(random.nextInt(MOST_MILLIS));
        process.destroyForcibly().waitFor();
      }
      crowd.finish();
      new Books(source).hold(crowd);
      Program.sleep(1000);
      new Operator(source).backUp(backups);
      program.stop();
    }
    new Books(source).recount();
    assertThat(unfinished()).isEmpty();
    for (Path backup : Operator.backups(backups)) {
      var target = Installation.onSqlite(made("at " + backup.getFileName()));
      new Operator(target).done("restore", backup.toString());
      assertThat(contents(target.data().resolve("media"))).hasSize(300);
    }
  }

  /** Backups that are not whole. */
  private Set<Path> unfinished() throws IOException {
    try (var all = Files.list(backups)) {
      return all.filter(b -> b.toString().endsWith(".part")).collect(Collectors.toSet());
    }
  }

  @Test
  void aBackupThatFindsNoRoomFailsIsNotedAndIsNoBackup() throws Exception {
    var source = Installation.onSqlite(made("one"));
    Files.write(
        Files.createDirectories(source.data().resolve("media/ab")).resolve("ab" + "0".repeat(62)),
        new byte[8_000_000]);
    try (var program = Program.start(source);
        var database = Database.of(source)) {
      new Sandbox(source).say(1, 1, "我的");
      // files of more than 4 MB cannot be written
      var small = List.of("bash", "-c", "ulimit -f 4096; exec \"$@\"", "bash");
      var ended = new Operator(source).run(small, "backup", "--to", backups.toString());

      assertThat(ended.exit()).as(ended.text()).isEqualTo(1);
      assertThat(ended.text()).contains("没有备份");
      assertThat(Operator.backups(backups)).isEmpty();
      assertThat(database.column("SELECT value FROM setting WHERE name = 'backup.failed'"))
          .singleElement()
          .asString()
          .matches("\\S+Z (full|disk|io)");
      new Operator(source).backUp(backups);
      assertThat(database.column("SELECT value FROM setting WHERE name = 'backup.failed'"))
          .containsExactly("");
      program.stop();
    }
  }

  @Test
  void onlySoManyBackupsAreKept() throws Exception {
    var source = Installation.onSqlite(made("one"));
    try (var program = Program.start(source)) {
      for (int i = 0; i < 3; i++) {
        new Operator(source).done("backup", "--to", backups.toString(), "--keep", "2");
        Program.sleep(1000);
      }
      assertThat(Operator.backups(backups)).hasSize(2);
      program.stop();
    }
  }

  @Test
  void oneServerOnAnEmbeddedDatabase() throws Exception {
    var one = Installation.onSqlite(made("one"));
    try (var program = Program.start(one)) {
      var again = new Operator(Installation.onSqlite(dir.resolve("one"))).run("serve");
      assertThat(again.exit()).isEqualTo(1);
      assertThat(again.text()).contains("已经有一个服务在用");
      assertThat(program.alive()).isTrue();
    }
  }

  private Path made(String name) throws IOException {
    return Files.createDirectories(dir.resolve(name));
  }

  static void media(Installation installation, int files) throws IOException {
    var random = new Random(7);
    for (int i = 0; i < files; i++) {
      var name = "%064x".formatted(i * 0x1234567L + 11);
      var shelf = installation.data().resolve("media/" + name.substring(0, 2));
      var bytes = new byte[20_000];
      random.nextBytes(bytes);
      Files.write(Files.createDirectories(shelf).resolve(name), bytes);
    }
  }

  private static java.util.Map<String, Integer> contents(Path folder) throws IOException {
    var found = new java.util.TreeMap<String, Integer>();
    try (var all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        found.put(
            folder.relativize(file).toString(),
            java.util.Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return found;
  }

  private static long submissions(Installation installation) {
    try (var database = Database.of(installation)) {
      return database.number("SELECT count(*) FROM submission");
    }
  }
}
