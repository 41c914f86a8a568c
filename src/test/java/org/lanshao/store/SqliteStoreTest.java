package org.lanshao.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.turn.Committed;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

@SuppressWarnings("NullAway.Init") // JUnit calls open first.
class SqliteStoreTest implements StoreContract {
  private Path directory;
  private TestDatabase database;
  private Store store;

  @BeforeEach
  void open(@TempDir Path temporary) {
    directory = temporary;
    database = TestDatabase.onSqlite(directory);
    store = database.open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  public TestDatabase database() {
    return database;
  }

  @Override
  public Store store() {
    return store;
  }

  @Override
  public boolean holds(String text) throws IOException {
    var wanted = new String(text.getBytes(UTF_8), ISO_8859_1);
    try (var files = Files.list(directory.resolve("data"))) {
      for (var file : files.toList()) {
        if (Files.readString(file, ISO_8859_1).contains(wanted)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public AutoCloseable lock() throws SQLException {
    var connection = database.connect();
    connection.createStatement().execute("BEGIN IMMEDIATE");
    return connection;
  }

  @Test
  void theFirstStartMakesAKeyForItsOwnerAlone() throws IOException {
    assertThat(store.keyOrigin()).isEqualTo(Store.KeyOrigin.MADE);
    var file = directory.resolve("data/lanshao.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    store.close();
    assertThat(database.open().keyOrigin()).isEqualTo(Store.KeyOrigin.FILE);
  }

  @Test
  void aDatabaseWhoseKeyIsGoneDoesNotStart() throws IOException {
    store.close();
    Files.delete(directory.resolve("data/lanshao.key"));
    assertThatThrownBy(database::open).isInstanceOf(KeyMistake.class).hasMessageContaining("缺少密钥");
    assertThat(directory.resolve("data/lanshao.key")).doesNotExist();
  }

  @Test
  void aDatabaseThatWouldNotWaitForTheDiskIsRefused() throws SQLException {
    for (var bad : List.of("synchronous = NORMAL", "synchronous = OFF")) {
      try (var link = new Link(database.connect())) {
        link.run("PRAGMA " + bad);
        assertThatThrownBy(() -> Sqlite.check(link)).isInstanceOf(UnsafeDatabase.class);
      }
    }
    store.close();
    try (var link = new Link(database.connect())) {
      link.run("PRAGMA synchronous = FULL");
      Sqlite.check(link);
      link.run("PRAGMA journal_mode = DELETE");
      assertThatThrownBy(() -> Sqlite.check(link)).isInstanceOf(UnsafeDatabase.class);
    }
  }

  @Test
  void aFullDiskTurnsEverybodyAwayUntilThereIsRoom() throws Exception {
    store.remember("ballast", "x".repeat(300_000));
    store.close();
    long pages = Long.parseLong(database.ask("PRAGMA page_count"));
    var full = database.open(with("?max_page_count=" + (pages + 2)), TestDatabase.LIMITS);
    assertThatThrownBy(
            () -> {
              for (int i = 1; i < 1000; i++) {
                Promised.kept(full.commit(Samples.plain("chen", i, "m" + i)));
              }
            })
        .isInstanceOfSatisfying(Unavailable.class, u -> assertThat(u.code()).isEqualTo("full"));
    assertThat(full.ready()).isFalse();
    long kept = full.standing(Samples.conversation("chen")).orElseThrow().seq();
    assertThat(database.ask("SELECT count(*) FROM turn")).isEqualTo(String.valueOf(kept));

    database.run("DELETE FROM setting WHERE name = 'ballast'");
    assertThat(Promised.kept(full.commit(Samples.plain("chen", kept + 1, "next"))))
        .isEqualTo(new Committed.Done());
    assertThat(full.ready()).isTrue();
  }

  @Test
  void whoReadBeforeAnotherProgramWroteBeginsAgain() throws SQLException {
    var sqlite = new Sqlite(database.settings());
    try (var writer = sqlite.writing();
        var other = sqlite.reading()) {
      writer.ask("SELECT count(*) FROM setting");
      other.update("INSERT INTO setting (name, value) VALUES ('other', '')");

      assertThatThrownBy(() -> writer.update("DELETE FROM setting WHERE name = 'none'"))
          .isInstanceOfSatisfying(
              SQLException.class,
              error -> assertThat(sqlite.fault(error)).isEqualTo(new Fault.Again()));
      writer.connection().rollback();
      assertThat(writer.update("DELETE FROM setting WHERE name = 'other'")).isOne();
      writer.connection().commit();
    }
  }

  /** An operator's command reads much before it writes, and a busy server writes all the time. */
  @Test
  void whoReadsFirstIsWrittenBesideAProgramThatNeverRests() throws Exception {
    try (var other = database.connect()) {
      other.createStatement().execute("PRAGMA busy_timeout = 0");
      long counted =
          store.write(
              new Work.Small<>(
                  false,
                  link -> {
                    var seen = link.ask("SELECT COUNT(*) FROM setting");
                    insertUnlessLocked(other);
                    link.update("INSERT INTO setting (name, value) VALUES ('mine', '')");
                    return Long.parseLong(seen);
                  }));
      assertThat(database.ask("SELECT COUNT(*) FROM setting"))
          .as("what was counted, and the row itself")
          .isEqualTo(Long.toString(counted + 1));
    }
  }

  private static void insertUnlessLocked(Connection other) throws SQLException {
    try (var statement = other.createStatement()) {
      statement.execute("INSERT INTO setting (name, value) VALUES (hex(randomblob(8)), '')");
    } catch (SQLException locked) {
      assertThat(locked.getMessage()).contains("SQLITE_BUSY");
    }
  }

  @Test
  void aCommandWaitsWhereAServerSaysThatItCannotWrite() throws Exception {
    var command = database.open(database.settings(), StoreLimits.COMMAND);
    var tried = new CountDownLatch(1);
    CompletableFuture<Integer> written;
    try (var locked = lock()) {
      written =
          CompletableFuture.supplyAsync(() -> inserted(command, tried), Thread::startVirtualThread);
      tried.await();
      // the server's only try is used up, and with it the first one of the command
      assertThatThrownBy(() -> Promised.kept(store.commit(Samples.plain("chen", 1, "m1"))))
          .isInstanceOf(Unavailable.class);
    }
    assertThat(written.get(1, TimeUnit.MINUTES)).isOne();
  }

  private static int inserted(Store command, CountDownLatch tried) {
    try {
      return command.write(
          new Work.Small<>(
              false,
              link -> {
                tried.countDown();
                return link.update("INSERT INTO setting (name, value) VALUES ('mine', '')");
              }));
    } catch (Unavailable e) {
      return 0;
    }
  }

  @Test
  void aCleanEndLeavesNoLogBehind() {
    store.close();
    assertThat(directory.resolve("data/lanshao.db-wal")).doesNotExist();
  }

  private StoreSettings with(String parameters) {
    var settings = database.settings();
    return new StoreSettings(
        settings.url() + parameters, "", "", settings.dataDir(), Optional.empty());
  }
}
