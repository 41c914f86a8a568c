package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are named in the program, and none of them is forgotten. */
class MigrationsTest {
  @Test
  void everyFileIsApplied() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
      assertThat(Migrations.files())
          .hasSameElementsAs(files.map(file -> file.getFileName().toString()).toList())
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void whatADatabaseLacksIsApplied(@TempDir Path dir) throws Exception {
    lackingOne(TestDatabase.onSqlite(dir.resolve("one")));
    lackingOne(TestDatabase.onPostgres(dir.resolve("two")));
  }

  /** As a program of the version before left it. */
  private static void lackingOne(TestDatabase database) throws Exception {
    var dialect = Dialect.of(database.settings());
    try (database;
        var link = dialect.reading()) {
      link.run("DROP TABLE leaver");
      link.run("DELETE FROM flyway_schema_history WHERE version = '52'");
      Migrations.apply(database.settings(), dialect);
      assertThat(link.ask("SELECT COUNT(*) FROM leaver")).isEqualTo("0");
      assertThat(Migrations.version(link)).isEqualTo(Migrations.newest());
    }
  }

  @Test
  void allOrNothingIsApplied(@TempDir Path dir) throws Exception {
    stopped(TestDatabase.onSqlite(dir.resolve("one")));
    stopped(TestDatabase.onPostgres(dir.resolve("two")));
  }

  /** The second of two files finds its place taken. */
  private static void stopped(TestDatabase database) throws Exception {
    var dialect = Dialect.of(database.settings());
    try (database;
        var link = dialect.reading()) {
      link.run("DROP TABLE leaver");
      link.run("DELETE FROM flyway_schema_history WHERE version IN ('52', '53')");
      assertThatThrownBy(() -> Migrations.apply(database.settings(), dialect))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> link.ask("SELECT COUNT(*) FROM leaver"))
          .isInstanceOf(SQLException.class);
    }
  }

  /** Otherwise whoever is killed between two commits leaves tables that nobody can make again. */
  @Test
  void postgresNotesInTheSameTransactionWhatItMade(@TempDir Path dir) throws Exception {
    var settings = newPostgres(dir);
    Migrations.apply(settings, Dialect.of(settings));
    try (var link = Dialect.of(settings).reading()) {
      assertThat(
              link.texts(
                  "SELECT DISTINCT CAST(xmin AS TEXT) FROM flyway_schema_history"
                      + " WHERE version IS NOT NULL UNION"
                      + " SELECT CAST(xmin AS TEXT) FROM pg_class WHERE relname = 'media'"))
          .hasSize(1);
    }
  }

  @Test
  void twoNodesMayStartAtOnce(@TempDir Path dir) throws Exception {
    var settings = newPostgres(dir);
    var nodes =
        List.of(applying(settings), applying(settings), applying(settings), applying(settings));
    for (var node : nodes) {
      node.get(60, TimeUnit.SECONDS);
    }
    try (var link = Dialect.of(settings).reading()) {
      assertThat(Migrations.version(link)).isEqualTo(Migrations.newest());
    }
  }

  private static CompletableFuture<Void> applying(StoreSettings settings) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            Migrations.apply(settings, Dialect.of(settings));
          } catch (SQLException e) {
            throw new CompletionException(e);
          }
        });
  }

  private static StoreSettings newPostgres(Path dir) {
    return new StoreSettings(PostgresServer.newDatabase(), "", "", dir, Optional.empty());
  }
}
