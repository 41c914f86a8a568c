package org.lanshao.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.Effort;
import org.lanshao.FullSize;

/** A change of the key that is killed at any moment is done by the next run. */
class RekeyIT {
  private static final int KILLS = Effort.of(5);
  private static final int HOUSEHOLDS = 2_000;
  private static final int FILES = 200;
  private static final int WORKERS = 4;

  private final Path dir;

  RekeyIT(@TempDir Path dir) {
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

  private void hold(Installation installation) throws Exception {
    var operator = new Operator(installation);
    var crowd = fill(installation, operator);
    var files = keep(installation);
    var random = new Random();
    boolean over = false;
    int halfWay = 0;
    for (int kill = 0; kill < KILLS && !over; kill++) {
      var process = operator.begin(List.of(), "rekey", "--yes");
      try (var database = Database.of(installation)) {
        while (process.isAlive() && !isUnderWay(database)) {
          Program.sleep(1);
        }
      }
      Program.sleep(kill == 0 ? 0 : random.nextInt(1_000));
      over = !process.isAlive();
      process.destroyForcibly().waitFor();
      halfWay += isUnderWay(installation) ? 1 : 0;
    }
    assertThat(halfWay).as("killed half-way").isPositive();
    if (!over) {
      operator.done("rekey", "--yes");
    }
    assertThat(isUnderWay(installation)).isFalse();
    renew(installation);
    try (var program = Program.start(installation)) {
      new Books(installation).hold(crowd);
      program.await("a household", () -> file(installation).contains("户主7"));
      program.stop();
    }
    new Books(installation).recount();
    assertThat(operator.done("recount")).contains("一致");
    assertThat(operator.done("audit", "verify")).contains("都没有被改过");
    assertThat(operator.done("audit")).contains(" rekey ");
    read(installation, files);
  }

  private Crowd fill(Installation installation, Operator operator) throws Exception {
    var rows = new StringBuilder("户号,村居,户主\n");
    for (int i = 0; i < HOUSEHOLDS; i++) {
      rows.append("A%1$d,富林镇,户主%1$d\n".formatted(i));
    }
    var ledger = Files.writeString(dir.resolve("ledger.csv"), rows);
    try (var program = Program.start(installation)) {
      var crowd = Crowd.on(installation, WORKERS);
      operator.done("register", ledger.toString(), "--yes");
      program.await("visits", () -> crowd.soFar() > 40);
      crowd.finish();
      new Books(installation).hold(crowd);
      program.stop();
      return crowd;
    }
  }

  private static byte[] bytes(int file) {
    return ("照片" + file).repeat(500).getBytes(UTF_8);
  }

  /** Keeps files; how many there are. */
  private static long keep(Installation installation) throws Exception {
    try (var store = installation.open()) {
      for (int file = 0; file < FILES; file++) {
        store.mediaFiles().keep(bytes(file));
      }
    }
    return files(installation);
  }

  /** The same bytes are the same files as before: they are found by their new names. */
  private static void read(Installation installation, long files) throws Exception {
    try (var store = installation.open(key(installation))) {
      for (int file = 0; file < FILES; file++) {
        var hash = store.mediaFiles().keep(bytes(file));
        assertThat(store.mediaFiles().read(hash)).hasValue(bytes(file));
      }
    }
    assertThat(files(installation)).isEqualTo(files);
  }

  private static long files(Installation installation) throws IOException {
    try (var files = Files.walk(installation.data().resolve("media"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private static boolean isUnderWay(Installation installation) {
    try (var database = Database.of(installation)) {
      return isUnderWay(database);
    }
  }

  private static boolean isUnderWay(Database database) {
    var to = database.column("SELECT value FROM setting WHERE name = 'rekey.to'");
    return to.stream().anyMatch(text -> !text.isEmpty());
  }

  private static String key(Installation installation) throws IOException {
    return Files.readString(installation.data().resolve("lanshao.key.new")).strip();
  }

  /** Does what the command tells at its end. */
  private static void renew(Installation installation) throws IOException {
    var settings = Files.readString(installation.settingsFile());
    assertThat(settings).contains(Installation.DATA_KEY);
    Files.writeString(
        installation.settingsFile(), settings.replace(Installation.DATA_KEY, key(installation)));
  }

  private static String file(Installation installation) {
    try {
      var id = "file" + System.nanoTime();
      return new Sandbox(installation).say(Installation.BYSTANDER, id, "档案 A7").text();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
