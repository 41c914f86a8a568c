package org.lanshao.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.lanshao.Ports;

/** A real PostgreSQL, started once for all tests of this JVM; each test gets a schema. */
public final class PostgresServer {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private PostgresServer() {}

  private static final class Holder {
    private static final EmbeddedPostgres SERVER = start();
  }

  /** Another server, which writes to the disk as a real one does. */
  public static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          .setPort(Ports.free())
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("max_connections", "200")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JDBC URL of a new, empty schema; it names the user {@code postgres}. */
  public static String newDatabase() {
    var name = "t" + COUNT.incrementAndGet();
    try (var connection = Holder.SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Holder.SERVER.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + name;
  }
}
