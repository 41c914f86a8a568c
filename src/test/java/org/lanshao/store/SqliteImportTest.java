package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import beside a server on the same file, which writes at the worst moment. */
class SqliteImportTest {
  private static final UUID BATCH = new UUID(1, 2);
  private static final String WRITES = "INSERT INTO setting (name, value) VALUES ('other', '1')";

  private final StoreSettings settings;
  private final TestDatabase database;

  SqliteImportTest(@TempDir Path dir) {
    settings =
        new StoreSettings("jdbc:sqlite:" + dir.resolve("l.db"), "", "", dir, Optional.empty());
    database = new TestDatabase(settings);
  }

  @Test
  void nobodyWritesBetweenTheLookAtWhatChangedAndTheRowThatTakesItIn() throws SQLException {
    database.open();
    var sqlite = new Sqlite(settings);
    try (var other = sqlite.writing();
        var importing = interrupted(sqlite.writing(), other)) {
      var table = new RegisterTable(sqlite, seal());
      var change = new Object[] {1L, 0L, "IMPORT", "", "", Uuids.bytes(BATCH)};

      assertThat(table.takeIn(importing, change, 0, 0)).isTrue();

      importing.connection().commit();
      other.update(WRITES);
      other.connection().commit();
    } finally {
      database.close();
    }
  }

  private static Seal seal() {
    return new Seal(Keys.of(Base64.getEncoder().encodeToString(new byte[32])));
  }

  /** Before the row goes in, somebody else tries to write, and finds the file locked. */
  private static Link interrupted(Link real, Link other) {
    return new Link(
        (Connection)
            Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("prepareStatement")
                      && arguments[0].toString().startsWith("INSERT INTO register_change")) {
                    assertThatThrownBy(() -> other.update(WRITES)).isInstanceOf(SQLException.class);
                    other.connection().rollback();
                  }
                  try {
                    return method.invoke(real.connection(), arguments);
                  } catch (InvocationTargetException failed) {
                    throw failed.getCause();
                  }
                }));
  }

  @Test
  void whatIsLeftOfAStoppedImportIsClearedAwayAndWhatWasTakenInIsNot() throws SQLException {
    database.open();
    try (var link = new Sqlite(settings).writing()) {
      for (var batch : List.of(BATCH, new UUID(3, 4))) {
        link.update(
            "INSERT INTO register_edit (number, batch, body) VALUES ('J1', ?, x'00')",
            Uuids.bytes(batch));
      }
      var left = RegisterTable.forgotten(link, new byte[0], Uuids.bytes(new UUID(9, 9)), 10);
      assertThat(left).hasSize(2);
      link.update(
          "INSERT INTO register_change (version, at, kind, person, conversation, batch)"
              + " VALUES (1, 0, 'IMPORT', '', '', ?)",
          Uuids.bytes(BATCH));

      RegisterTable.clear(link, left);

      link.connection().commit();
      assertThat(link.ask("SELECT COUNT(*) FROM register_edit")).isEqualTo("1");
    } finally {
      database.close();
    }
  }
}
