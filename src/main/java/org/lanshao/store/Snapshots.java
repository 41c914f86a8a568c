package org.lanshao.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.lanshao.turn.Unavailable;

/**
 * Takes a database out of a running server as one SQLite file, whatever it is kept in, and puts
 * such a file into the place of an empty one. Its methods work beside a server, on connections of
 * their own, and change no tables but for {@link #put}.
 */
public final class Snapshots {
  private final StoreSettings settings;
  private final Dialect dialect;

  /** Of the database of these settings. */
  public Snapshots(StoreSettings settings) {
    this.settings = settings;
    this.dialect = Dialect.of(settings);
  }

  /**
   * What was taken.
   *
   * @param schema the number of its last migration
   * @param fingerprint of the key that its private columns are sealed with
   * @param contents its rows
   */
  public record Taken(int schema, String fingerprint, Contents contents) {}

  /** The number of the newest migration of this version. */
  public static int newestSchema() {
    return Migrations.newest();
  }

  /** Whether there is a database with rows, or a file where one would be. */
  public boolean isEmpty() throws Unavailable {
    try {
      return dialect.isEmpty();
    } catch (SQLException e) {
      throw dialect.unavailable(e);
    }
  }

  /**
   * Writes all rows, as they stand at one moment, into a new file, durably. The server goes on
   * meanwhile.
   *
   * @throws Unavailable when the database cannot be read or the file not be written
   */
  public Taken take(Path file) throws Unavailable, IOException {
    try {
      dialect.snapshot(file);
      try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      return look(file);
    } catch (SQLException e) {
      throw dialect.unavailable(e);
    }
  }

  /**
   * Looks through a file that was taken.
   *
   * @throws IOException when it is damaged
   */
  public static Taken look(Path file) throws IOException {
    try (var link = Sqlite.alone(file)) {
      if (!link.ask("PRAGMA integrity_check").equals("ok")) {
        throw new IOException("a damaged database");
      }
      var fingerprint = HexFormat.of().formatHex(KeyCheck.fingerprint(link).orElse(new byte[0]));
      return new Taken(Migrations.version(link), fingerprint, Contents.of(link, Table.all(link)));
    } catch (SQLException e) {
      throw new IOException("not a database", e);
    }
  }

  /**
   * Makes a file that was taken the database of these settings, which must be empty. Sending is
   * held from its first moment. However it ends, there is the whole database or none that a server
   * takes.
   */
  public void put(Path file, Instant now) throws Unavailable, IOException {
    try {
      switch (dialect) {
        case Sqlite sqlite -> put(file, sqlite, now);
        case Postgres postgres -> {
          try (var from = Sqlite.alone(file)) {
            new Pouring(from, settings, postgres).pour(Optional.of(now));
          }
        }
      }
    } catch (SQLException e) {
      throw dialect.unavailable(e);
    }
  }

  private static void put(Path file, Sqlite sqlite, Instant now) throws IOException, SQLException {
    sqlite.prepare();
    var place = sqlite.file();
    var beside = place.resolveSibling(place.getFileName() + ".part");
    Files.copy(file, beside, StandardCopyOption.REPLACE_EXISTING);
    try (var link = Sqlite.alone(beside)) {
      Holding.begin(link, now);
    }
    try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
    Disk.force(sqlite.folder());
  }

  /**
   * Copies all rows of this database, whose server is stopped, into an empty PostgreSQL, in one
   * transaction that is committed only once both hold the same.
   *
   * @return what was copied
   * @throws IllegalStateException when it is not a PostgreSQL, or the copy is not the same
   */
  public Contents moveTo(StoreSettings target) throws Unavailable {
    if (!(Dialect.of(target) instanceof Postgres postgres)) {
      throw new IllegalStateException("a move goes to PostgreSQL");
    }
    try (var from = dialect.copying()) {
      return new Pouring(from, target, postgres).pour(Optional.empty());
    } catch (SQLException e) {
      throw postgres.unavailable(e);
    }
  }

  /** The number of the database's last migration, and its key's fingerprint; empty text if none. */
  public Heading heading() throws Unavailable {
    try (var link = dialect.reading()) {
      return new Heading(
          Migrations.version(link),
          KeyCheck.fingerprint(link).map(HexFormat.of()::formatHex).orElse(""));
    } catch (SQLException e) {
      throw dialect.unavailable(e);
    }
  }

  /** What tells a database from others without its rows. */
  public record Heading(int schema, String fingerprint) {}

  /** Keeps a word for the server to read with {@code remembered}. */
  public void note(String name, String value) throws Unavailable {
    try (var link = dialect.writing()) {
      SettingTable.remember(link, name, value);
      link.connection().commit();
    } catch (SQLException e) {
      throw dialect.unavailable(e);
    }
  }
}
