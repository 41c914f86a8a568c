package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lanshao.store.KeyMistake;
import org.lanshao.store.PostgresServer;
import org.lanshao.store.ServerLock;
import org.lanshao.store.StoreSettings;
import org.lanshao.turn.Unavailable;

/** {@code lanshao rekey} with a key of the settings, and with a key file, on each database. */
class RekeyCommandTest {
  private enum On {
    SQLITE,
    POSTGRES
  }

  private final Path dir;

  RekeyCommandTest(@TempDir Path dir) {
    this.dir = dir;
  }

  private Operator operator(On on) {
    return switch (on) {
      case SQLITE -> new Operator(dir);
      case POSTGRES -> new Operator(dir, PostgresServer.newDatabase());
    };
  }

  private List<String> keys() throws IOException {
    try (var files = Files.list(dir)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(n -> n.contains(".key"))
          .toList();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aKeyFileIsReplacedAndTheOldOneKeptForOldBackups(On on) throws IOException {
    var operator = operator(on);
    operator.settings("data: {dir: \"%s\"}".formatted(dir));
    if (on == On.POSTGRES) { // for which no key is ever made by itself
      operator.write("lanshao.key", Base64.getEncoder().encodeToString(new byte[32]));
    }
    assertThat(operator.run("audit")).as(operator.out()).isZero();
    assertThat(operator.out()).contains("还没有人看过");
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

  @ParameterizedTest
  @EnumSource
  void aKeyOfTheSettingsIsTold(On on) throws IOException, Unavailable {
    var operator = operator(on);
    operator.open().close();

    assertThat(operator.run("rekey", "--yes")).as(operator.out()).isZero();

    assertThat(operator.out()).contains("LANSHAO_DATA_KEY", "lanshao.key.new");
    assertThatThrownBy(operator::open).isInstanceOf(KeyMistake.class);
    var key = Files.readString(dir.resolve("lanshao.key.new")).strip();
    operator.settings("data: {dir: \"%s\", key: \"%s\"}".formatted(dir, key));
    assertThat(operator.run("audit", "verify")).as(operator.out()).isZero();
    assertThat(operator.run("rekey", "--yes")).isOne();
    assertThat(operator.out()).contains("先删掉这个文件");
  }

  @Test
  void nothingIsDoneWhileAServerRuns() throws IOException, Unavailable {
    var operator = operator(On.SQLITE);
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

  /** On PostgreSQL there is no file to lock: who is there is in the database. */
  @Test
  void nothingIsDoneWhileANodeIsThere() throws IOException, Unavailable {
    var operator = operator(On.POSTGRES);
    try (var store = operator.open()) {
      assertThat(store.nodes().announce("n1", true, Duration.ofMinutes(1))).isTrue();
      assertThat(operator.run("rekey", "--yes")).isOne();
      assertThat(operator.out()).contains("先停服务");
      store.nodes().leave("n1");
    }
    assertThat(operator.run("rekey", "--yes")).as(operator.out()).isZero();
  }
}
