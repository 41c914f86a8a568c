package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanshao.Patience.until;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.Ports;
import org.lanshao.turn.Committed;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

/** The server goes away and comes back. */
class PostgresRestartTest {
  @Test
  void aStoppedServerTurnsEverybodyAwayAndIsUsedAgainOnceItRuns(@TempDir Path directory)
      throws Exception {
    var server = start(directory.resolve("pg"), Ports.free());
    var settings =
        new StoreSettings(
            server.getJdbcUrl("postgres", "postgres"),
            "",
            "",
            directory,
            Optional.of(TestDatabase.KEY));
    try (var database = new TestDatabase(settings)) {
      var store = database.open();
      Promised.kept(store.commit(Samples.plain("chen", 1, "m1")));
      server.close();

      assertThatThrownBy(() -> Promised.kept(store.commit(Samples.plain("chen", 2, "m2"))))
          .isInstanceOfSatisfying(Unavailable.class, u -> assertThat(u.code()).isEqualTo("lost"));
      assertThat(store.ready()).isFalse();
      assertThatThrownBy(() -> store.standing(Samples.conversation("chen")))
          .isInstanceOfSatisfying(Unavailable.class, u -> assertThat(u.code()).isEqualTo("lost"));

      server = start(directory.resolve("pg"), server.getPort());
      until(store::ready);
      assertThat(store.standing(Samples.conversation("chen")).orElseThrow().seq()).isEqualTo(1);
      assertThat(Promised.kept(store.commit(Samples.plain("chen", 2, "m2"))))
          .isEqualTo(new Committed.Done());
    } finally {
      server.close();
    }
  }

  private static EmbeddedPostgres start(Path data, int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .start();
  }
}
