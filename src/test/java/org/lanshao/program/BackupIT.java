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

/** Backups of a running server, also ones that are killed, spoilt or find no room. */
class BackupIT {
  private static final int KILLS = Effort.of(8);

  /** So long a backup has had its way, at most, when it is killed. */
  private static final int MOST_MILLIS = 600;

  /** When and why the last backup came to nothing; empty text after one that was made. */
  private static final String WHY_NONE = "SELECT value FROM setting WHERE name = 'backup.failed'";

  private final Path dir;
  private final Path backups;

  BackupIT(@TempDir Path dir) {
    this.dir = dir;
    this.backups = dir.resolve("backups");
  }

  /** Some file of media. */
  static Path medium(Path backup) throws IOException {
    try (var all = Files.walk(backup.resolve("media"))) {
      return all.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
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
    inManifest("\"version\" : \"", "\"version\" : \"9.");
  }

  private void unforge() throws IOException {
    inManifest("\"version\" : \"9.", "\"version\" : \"");
  }

  /** Whatever version made it: a command that runs within the tests has none. */
  private void inManifest(String before, String after) throws IOException {
    var manifest = backup().resolve("manifest.json");
    assertThat(manifest).content().contains(before);
    Files.writeString(manifest, Files.readString(manifest).replace(before, after));
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
  void besideARunningServer() throws Exception {
    var source = Installation.onSqlite(made("one"));
    Files.write(
        Files.createDirectories(source.data().resolve("media/ab")).resolve("ab" + "0".repeat(62)),
        new byte[8_000_000]);
    try (var program = Program.start(source)) {
      new Sandbox(source).say(1, 1, "我的");

      aBackupThatFindsNoRoomFailsIsNotedAndIsNoBackup(source);
      onlySoManyBackupsAreKept(source);
      noOtherServerStartsOnAnEmbeddedDatabase();

      assertThat(program.alive()).isTrue();
      program.stop();
    }
  }

  private void aBackupThatFindsNoRoomFailsIsNotedAndIsNoBackup(Installation source) {
    // files of more than 4 MB cannot be written
    var small = List.of("bash", "-c", "ulimit -f 4096; exec \"$@\"", "bash");
    var ended = new Operator(source).run(small, "backup", "--to", backups.toString());

    assertThat(ended.exit()).as(ended.text()).isEqualTo(1);
    assertThat(ended.text()).contains("没有备份");
    assertThat(Operator.backups(backups)).isEmpty();
    try (var database = Database.of(source)) {
      assertThat(database.column(WHY_NONE))
          .singleElement()
          .asString()
          .matches("\\S+Z (full|disk|io)");
      new Operator(source).backUp(backups);
      assertThat(database.column(WHY_NONE)).containsExactly("");
    }
  }

  private void onlySoManyBackupsAreKept(Installation source) {
    var first = backup();
    for (int i = 0; i < 2; i++) {
      Program.sleep(1000); // the name of a backup is its second
      new Operator(source).done("backup", "--to", backups.toString(), "--keep", "2");
    }
    assertThat(Operator.backups(backups)).hasSize(2).doesNotContain(first);
  }

  private void noOtherServerStartsOnAnEmbeddedDatabase() {
    var again = new Operator(Installation.onSqlite(dir.resolve("one"))).run("serve");
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.text()).contains("已经有一个服务在用");
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

  /** What the files of a folder hold, by their names. */
  static java.util.Map<String, Integer> contents(Path folder) throws IOException {
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
}
