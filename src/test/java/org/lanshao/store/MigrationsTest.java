package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
