package org.lanshao.store;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lanshao.directory.AreaCode;
import org.lanshao.turn.Unavailable;

/** A database of one test, and the stores that it opened on it. */
final class TestDatabase implements AutoCloseable {
  static final Instant NOW = Instant.parse("2022-05-10T01:30:00Z");
  static final StoreLimits LIMITS = new StoreLimits(256, 4096, Duration.ofSeconds(20));

  static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  private final StoreSettings settings;
  private final Runnable afterwards;
  private final List<Store> opened = new ArrayList<>();
  private final Map<AreaCode, AreaCode> moved = new ConcurrentHashMap<>();
  private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

  TestDatabase(StoreSettings settings) {
    this(settings, () -> {});
  }

  private TestDatabase(StoreSettings settings, Runnable afterwards) {
    this.settings = settings;
    this.afterwards = afterwards;
  }

  /** A new one on SQLite, with its tables; its key is made. */
  static TestDatabase onSqlite(Path directory) {
    var data = directory.resolve("data");
    var file = data.resolve("lanshao.db");
    try {
      Files.createDirectories(data);
      Files.write(file, Migrated.SQLITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TestDatabase(onSqlite(file, data));
  }

  private static StoreSettings onSqlite(Path file, Path data) {
    return new StoreSettings("jdbc:sqlite:" + file, "", "", data, Optional.empty());
  }

  /** A new one on PostgreSQL, with its tables and a key that the settings give. */
  static TestDatabase onPostgres(Path directory) {
    var url = Migrated.POSTGRES.take();
    return new TestDatabase(
        onPostgres(url, directory.resolve("data")), () -> Migrated.POSTGRES.giveBack(url));
  }

  private static StoreSettings onPostgres(String url, Path data) {
    return new StoreSettings(url, "", "", data, Optional.of(KEY));
  }

  /**
   * Databases that have seen all migrations and nothing else. To copy one takes a twentieth of the
   * time that the migrations take.
   */
  private static final class Migrated {
    static final byte[] SQLITE = sqlite();
    static final SpareDatabases POSTGRES = postgres();

    private static byte[] sqlite() {
      try {
        var directory = Files.createTempDirectory("migrated");
        var file = directory.resolve("lanshao.db");
        var settings = onSqlite(file, directory);
        Migrations.apply(settings, Dialect.of(settings));
        var bytes = Files.readAllBytes(file);
        Files.delete(file);
        Files.delete(directory);
        return bytes;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private static SpareDatabases postgres() {
      var url = PostgresServer.newDatabase();
      var settings = onPostgres(url, Path.of(""));
      try {
        Migrations.apply(settings, Dialect.of(settings));
        return new SpareDatabases(url);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  StoreSettings settings() {
    return settings;
  }

  /** From now on new stores have this time. */
  void clock(Instant now) {
    this.clock = Clock.fixed(now, ZoneOffset.UTC);
  }

  /** From now on an area lies in another one, for the stores that are open too. */
  void move(AreaCode area, AreaCode into) {
    moved.put(area, into);
  }

  /** An area and all that it lies in now. */
  List<AreaCode> within(AreaCode area) {
    return TestAreas.within(area, moved);
  }

  /** A node on this database. */
  Store open() {
    return open(settings, LIMITS);
  }

  Store open(StoreSettings other, StoreLimits limits) {
    try {
      var around = new Store.Surroundings(clock, new SimpleMeterRegistry(), this::within, limits);
      var store = Store.open(other, around);
      opened.add(store);
      return store;
    } catch (Unavailable e) {
      throw new IllegalStateException(e);
    }
  }

  /** A plain connection, past the store. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(settings.url());
  }

  /** The first value of a query, past the store. */
  String ask(String sql) {
    try (var connection = connect();
        var rows = connection.createStatement().executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getObject(1)) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How this database writes bytes as digits. */
  String hex(String column) {
    return settings.url().startsWith("jdbc:sqlite:")
        ? "hex(" + column + ")"
        : "encode(" + column + ", 'hex')";
  }

  /** Runs a statement past the store. */
  void run(String sql) {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Closes it, and nobody comes back to it. */
  void leave() {
    close();
    afterwards.run();
  }

  @Override
  public void close() {
    opened.forEach(Store::close);
  }
}
