package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.store.KeyMistake;
import org.lanshao.store.ServerLock;
import org.lanshao.store.StoreSettings;
import org.lanshao.turn.Unavailable;

/** {@code lanshao rekey} with a key of the settings, and with a key file. */
class RekeyCommandTest {
  private final Path dir;
  private final Operator operator;

  RekeyCommandTest(@TempDir Path dir) {
    this.dir = dir;
    this.operator = new Operator(dir);
  }

  private List<String> keys() throws IOException {
    try (var files = Files.list(dir)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(n -> n.contains(".key"))
          .toList();
    }
  }

  private void settings(String data) {
    operator.write(
        "lanshao.yaml", "store: {url: \"jdbc:sqlite:%s/lanshao.db\"}".formatted(dir), data);
  }

  @Test
  void aKeyFileIsReplacedAndTheOldOneKeptForOldBackups() throws IOException {
    settings("data: {dir: \"%s\"}".formatted(dir));
    assertThat(operator.run("audit")).isZero();
    var old = Files.readString(dir.resolve("lanshao.key"));

    assertThat(operator.run("rekey")).isEqualTo(2);
    assertThat(keys()).containsExactly("lanshao.key");
    assertThat(operator.run("rekey", "--yes")).as(operator.out()).isZero();

    assertThat(keys()).hasSize(2).contains("lanshao.key").doesNotContain("lanshao.key.new");
    assertThat(Files.readString(dir.resolve("lanshao.key"))).isNotEqualTo(old);
    operator.forget();
    assertThat(operator.run("audit")).isZero();
    assertThat(operator.out()).contains(" rekey ");
    assertThat(operator.run("audit", "verify")).isZero();
    Files.writeString(dir.resolve("lanshao.key"), old);
    assertThat(operator.run("audit")).as("with the old key").isOne();
  }

  @Test
  void aKeyOfTheSettingsIsTold() throws IOException, Unavailable {
    operator.open().close();

    assertThat(operator.run("rekey", "--yes")).as(operator.out()).isZero();

    assertThat(operator.out()).contains("LANSHAO_DATA_KEY", "lanshao.key.new");
    assertThatThrownBy(operator::open).isInstanceOf(KeyMistake.class);
    var key = Files.readString(dir.resolve("lanshao.key.new")).strip();
    settings("data: {dir: \"%s\", key: \"%s\"}".formatted(dir, key));
    assertThat(operator.run("audit", "verify")).as(operator.out()).isZero();
    assertThat(operator.run("rekey", "--yes")).isOne();
    assertThat(operator.out()).contains("先删掉这个文件");
  }

  @Test
  void nothingIsDoneWhileAServerRuns() throws IOException, Unavailable {
    operator.open().close();
    var settings =
        new StoreSettings(
            "jdbc:sqlite:" + dir.resolve("lanshao.db"), "", "", dir, Optional.empty());
    try (var server = ServerLock.take(settings).orElseThrow()) {
      assertThat(operator.run("rekey", "--yes")).isOne();
      assertThat(operator.out()).contains("先停服务");
      assertThat(server).isNotNull();
    }
    assertThat(keys()).isEmpty();
  }
}
