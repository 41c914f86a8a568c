package org.lanshao.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.lanshao.Ports;

/** A real PostgreSQL, started once for all tests of this JVM; each test gets a database. */
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
          // hundreds of new databases are not brought to the disk again and again
          .setServerConfig("max_wal_size", "16GB")
          .setServerConfig("checkpoint_timeout", "1h")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JDBC URL of a new, empty database; it names the user {@code postgres}. */
  public static String newDatabase() {
    return newDatabase("template1");
  }

  /** The same of a new database that begins as another one, which nobody uses. */
  static String newDatabase(String model) {
    var name = "t" + COUNT.incrementAndGet();
    try (var connection = Holder.SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, model));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Holder.SERVER.getJdbcUrl("postgres", name);
  }

  /** The name of the database of such a URL. */
  static String name(String url) {
    return url.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
  }
}
