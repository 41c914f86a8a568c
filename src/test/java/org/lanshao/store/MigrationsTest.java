package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
}
