package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpareDatabasesTest {
  private static final String ROWS = "SELECT count(*) FROM setting WHERE name = 'mine'";

  @Test
  void whatATestIsDoneWithComesBackEmpty(@TempDir Path dir) {
    var first = TestDatabase.onPostgres(dir);
    first.run("INSERT INTO setting (name, value) VALUES ('mine', 'x')");
    assertThat(first.ask(ROWS)).isEqualTo("1");
    first.leave();

    var second = TestDatabase.onPostgres(dir);

    assertThat(second.settings().url()).isEqualTo(first.settings().url());
    assertThat(second.ask(ROWS)).isEqualTo("0");
    second.leave();
  }

  @Test
  void whatHasAnotherShapeDoesNotComeBack(@TempDir Path dir) {
    var first = TestDatabase.onPostgres(dir);
    first.run("CREATE TABLE mine (name TEXT)");
    first.leave();

    var second = TestDatabase.onPostgres(dir);

    assertThat(second.settings().url()).isNotEqualTo(first.settings().url());
    second.leave();
  }
}
