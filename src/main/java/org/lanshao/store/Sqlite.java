package org.lanshao.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/** SQLite in a file: write-ahead log, every commit on the disk before it is answered. */
final class Sqlite implements Dialect {
  private static final int BUSY_MILLIS = 2000;

  /** The pages that turns keep coming back to stay in memory. */
  private static final int CACHE_KIB = 16 * 1024;

  /** 16 MB of log before its pages are copied to their places: most are written again by then. */
  private static final String LOG_PAGES = "4000";

  private final String url;
  private final Map<Insert, String> texts = new ConcurrentHashMap<>();

  Sqlite(StoreSettings settings) {
    this.url = settings.url();
  }

  /** Where the database is. */
  Path file() {
    return Path.of(url.substring("jdbc:sqlite:".length()).replaceFirst("\\?.*", ""));
  }

  /** The folder that it lies in. */
  Path folder() {
    return Objects.requireNonNull(file().toAbsolutePath().getParent());
  }

  /** A connection to a file that nobody else uses; each statement stands alone. */
  static Link alone(Path file) throws SQLException {
    return new Link(DriverManager.getConnection("jdbc:sqlite:" + file));
  }

  /** Makes the directory of the file. */
  @Override
  public void prepare() throws SQLException {
    try {
      Files.createDirectories(folder());
    } catch (IOException e) {
      throw new SQLiteException("no folder for the file", SQLiteErrorCode.SQLITE_CANTOPEN);
    }
  }

  @Override
  public Link reading() throws SQLException {
    return open(new SQLiteConfig());
  }

  @Override
  public Link writing() throws SQLException {
    var config = new SQLiteConfig();
    // The driver begins the next transaction at each commit: it must not hold the file while idle.
    config.setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
    config.setCacheSize(-CACHE_KIB);
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, LOG_PAGES);
    var link = open(config);
    try {
      check(link);
      link.connection().setAutoCommit(false);
      return link;
    } catch (SQLException | RuntimeException e) {
      link.close();
      throw e;
    }
  }

  @Override
  public Link copying() throws SQLException {
    var link = open(new SQLiteConfig());
    link.connection().setAutoCommit(false);
    return link;
  }

  @Override
  public void snapshot(Path file) throws SQLException {
    try (var link = reading()) {
      link.prepare("VACUUM INTO ?", file.toString()).execute();
    }
  }

  @Override
  public boolean isEmpty() {
    return !Files.exists(file());
  }

  @Override
  public void pour(Link link, Insert insert, List<Object[]> rows) throws SQLException {
    if (insert(link, insert, rows).cardinality() < rows.size()) {
      throw new SQLException("a place was taken: " + insert.table());
    }
  }

  private Link open(SQLiteConfig config) throws SQLException {
    config.setBusyTimeout(BUSY_MILLIS);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    // A link is used by one thread at a time: SQLite need not lock it for each call.
    config.setOpenMode(SQLiteOpenMode.NOMUTEX);
    config.resetOpenMode(SQLiteOpenMode.FULLMUTEX);
    // Otherwise the driver runs a query of its own after each insert, to learn the row's id.
    config.setGetGeneratedKeys(false);
    Properties properties = config.toProperties();
    return new Link(DriverManager.getConnection(url, properties));
  }

  /** Read back: a file system can refuse the log, and a driver can ignore what it is told. */
  static void check(Link link) throws SQLException {
    if (Integer.parseInt(link.ask("PRAGMA synchronous")) < 2) {
      throw new UnsafeDatabase("SQLite: synchronous must be FULL");
    }
    if (!link.ask("PRAGMA journal_mode").equals("wal")) {
      throw new UnsafeDatabase("SQLite: journal_mode must be WAL");
    }
  }

  @Override
  public Map<String, String> placeholders() {
    return Map.of(
        "key", "TEXT",
        "bytes", "BLOB",
        "position", "INTEGER PRIMARY KEY",
        "compact", "WITHOUT ROWID");
  }

  @Override
  public boolean makesKey() {
    return true;
  }

  @Override
  public int readers() {
    return 4;
  }

  @Override
  public BitSet insert(Link link, Insert insert, List<Object[]> rows) throws SQLException {
    var statement = link.prepare(texts.computeIfAbsent(insert, Sqlite::text));
    var taken = new BitSet(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      bind(statement, insert, rows.get(i));
      taken.set(i, statement.executeUpdate() == 1);
    }
    return taken;
  }

  private static String text(Insert insert) {
    int count = insert.columns().size();
    var marks = String.join(", ", java.util.Collections.nCopies(count, "?"));
    return "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT DO NOTHING"
        .formatted(insert.table(), insert.names(count), marks);
  }

  private static void bind(PreparedStatement statement, Insert insert, Object[] row)
      throws SQLException {
    for (int i = 0; i < row.length; i++) {
      switch (insert.columns().get(i).kind()) {
        case TEXT -> statement.setString(i + 1, (String) row[i]);
        case WHOLE -> statement.setLong(i + 1, (Long) row[i]);
        case BYTES -> statement.setBytes(i + 1, (byte[]) row[i]);
      }
    }
  }

  @Override
  public String now() {
    return "CAST(unixepoch('subsec') * 1000 AS INTEGER)";
  }

  @Override
  public String lockFree() {
    return "";
  }

  /** A transaction that began by reading could not go on. */
  @Override
  public void freeze(Link link) throws SQLException {
    takeTurn(link);
  }

  @Override
  public void takeTurn(Link link) throws SQLException {
    link.update("DELETE FROM setting WHERE name = ''");
  }

  @Override
  public boolean alone(Link link) {
    return true;
  }

  /** Who read before another program wrote cannot write after it, and need only begin again. */
  @Override
  public Fault fault(SQLException error) {
    return error instanceof SQLiteException e
            && e.getResultCode() == SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT
        ? new Fault.Again()
        : plain(error);
  }

  private static Fault plain(SQLException error) {
    return switch (SQLiteErrorCode.getErrorCode(error.getErrorCode() & 0xff)) {
      case SQLITE_BUSY, SQLITE_LOCKED -> new Fault.Locked();
      case SQLITE_FULL -> new Fault.Down("full");
      case SQLITE_READONLY -> new Fault.Down("read-only");
      case SQLITE_IOERR -> new Fault.Down("io");
      case SQLITE_CANTOPEN -> new Fault.Down("lost");
      case SQLITE_CORRUPT, SQLITE_NOTADB -> new Fault.Down("corrupt");
      case SQLITE_NOMEM -> new Fault.Down("memory");
      default -> new Fault.Guilty();
    };
  }

  @Override
  public void settle(Link link) throws SQLException {
    link.connection().setAutoCommit(true);
    link.run("PRAGMA wal_checkpoint(TRUNCATE)");
  }
}
