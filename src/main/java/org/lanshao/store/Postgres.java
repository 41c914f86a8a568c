package org.lanshao.store;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** PostgreSQL: a batch is one statement per table, its rows in arrays. */
final class Postgres implements Dialect {
  /** "folding" in ASCII: the advisory lock of whoever folds. */
  static final long FOLDING = 0x666f6c64696e67L;

  /**
   * "lanshao" in ASCII: that of versions which know no years. All who write hold it together, so
   * that one of those still running on another node does not try to fold.
   */
  static final long FOLDING_BEFORE = 0x6c616e7368616fL;

  /**
   * Nothing asked here is so long that it is worth compiling, or asking other processes for help,
   * which takes longer than all else. Joins are done as they are written, from few rows to those
   * that an index finds for each of them, as SQLite does: what the planner knows of tables whose
   * rows come and go is never true, and it would rather read all entries than look for those of
   * what was just filed.
   */
  private static final String AS_WRITTEN =
      "SET jit = off; SET max_parallel_workers_per_gather = 0; SET join_collapse_limit = 1;"
          + " SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;"
          + " SET enable_material = off";

  private final StoreSettings settings;
  private final Map<Insert, String> texts = new ConcurrentHashMap<>();

  Postgres(StoreSettings settings) {
    this.settings = settings;
  }

  @Override
  public void prepare() {
    // The server is there or it is not.
  }

  @Override
  public Link reading() throws SQLException {
    return asWritten(open());
  }

  @Override
  public Link writing() throws SQLException {
    var link = asWritten(open());
    try {
      check(link);
      link.run("SET lock_timeout = '2s'");
      link.run("SELECT pg_advisory_lock_shared(" + FOLDING_BEFORE + ")");
      link.connection().setAutoCommit(false);
      return link;
    } catch (SQLException | RuntimeException e) {
      link.close();
      throw e;
    }
  }

  @Override
  public Link copying() throws SQLException {
    var link = open();
    link.connection().setNetworkTimeout(Runnable::run, 0);
    link.connection().setAutoCommit(false);
    link.connection().setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    return link;
  }

  @Override
  public void snapshot(Path file) throws SQLException {
    var url = "jdbc:sqlite:" + file;
    var settings = new StoreSettings(url, "", "", file.resolveSibling("."), Optional.empty());
    var sqlite = new Sqlite(settings);
    Migrations.apply(settings, sqlite);
    try (var from = copying();
        var to = Sqlite.alone(file)) {
      to.connection().setAutoCommit(false);
      for (Table table : Table.all(from)) {
        Copying.copy(table, from, sqlite, to);
      }
      to.connection().commit();
    }
  }

  @Override
  public boolean isEmpty() throws SQLException {
    try (var link = reading()) {
      return Pouring.isEmpty(link);
    }
  }

  @Override
  public void pour(Link link, Insert insert, List<Object[]> rows) throws SQLException {
    var arrays =
        insert.columns().stream()
            .map(c -> "?::" + c.kind().postgres() + "[]")
            .collect(Collectors.joining(", "));
    var statement =
        link.prepare(
            "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT * FROM unnest(%s)"
                .formatted(insert.table(), insert.names(insert.columns().size()), arrays));
    for (int column = 0; column < insert.columns().size(); column++) {
      statement.setArray(column + 1, array(link, insert, rows, column));
    }
    statement.executeUpdate();
  }

  /** Goes on counting positions after the last one that was poured. */
  void continuePositions(Link link) throws SQLException {
    link.ask(
        "SELECT setval(pg_get_serial_sequence('outgoing', 'position'),"
            + " (SELECT COALESCE(MAX(position), 0) + 1 FROM outgoing), false)");
  }

  /** Server details are kept out of messages: they quote rows. */
  private Link open() throws SQLException {
    var properties = new Properties();
    if (!settings.user().isEmpty()) {
      properties.setProperty("user", settings.user());
    }
    if (!settings.password().isEmpty()) {
      properties.setProperty("password", settings.password());
    }
    properties.setProperty("ApplicationName", "lanshao");
    properties.setProperty("logServerErrorDetail", "false");
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("socketTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    return new Link(DriverManager.getConnection(settings.url(), properties));
  }

  private static Link asWritten(Link link) throws SQLException {
    try {
      link.run(AS_WRITTEN);
      return link;
    } catch (SQLException e) {
      link.close();
      throw e;
    }
  }

  private static void check(Link link) throws SQLException {
    if (link.ask("SHOW synchronous_commit").equals("off")) {
      throw new UnsafeDatabase("PostgreSQL: synchronous_commit must not be off");
    }
    if (link.ask("SHOW fsync").equals("off")) {
      throw new UnsafeDatabase("PostgreSQL: fsync must not be off");
    }
  }

  @Override
  public Map<String, String> placeholders() {
    return Map.of(
        "key", "TEXT COLLATE \"C\"",
        "bytes", "BYTEA",
        "position", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
        "compact", "");
  }

  @Override
  public boolean makesKey() {
    return false;
  }

  @Override
  public int readers() {
    return 8;
  }

  @Override
  public BitSet insert(Link link, Insert insert, List<Object[]> rows) throws SQLException {
    var statement = link.prepare(texts.computeIfAbsent(insert, Postgres::text));
    for (int column = 0; column < insert.columns().size(); column++) {
      statement.setArray(column + 1, array(link, insert, rows, column));
    }
    var places = places(insert, rows);
    var taken = new BitSet(rows.size());
    try (var inserted = statement.executeQuery()) {
      while (inserted.next()) {
        var key = new Object[insert.key()];
        for (int i = 0; i < key.length; i++) {
          key[i] = inserted.getObject(i + 1);
        }
        var waiting = places.get(key(key, key.length));
        if (waiting != null && !waiting.isEmpty()) {
          taken.set(waiting.removeFirst());
        }
      }
    }
    return taken;
  }

  private static String text(Insert insert) {
    int count = insert.columns().size();
    var arrays =
        insert.columns().stream()
            .map(c -> "?::" + c.kind().postgres() + "[]")
            .collect(Collectors.joining(", "));
    var names = insert.names(count);
    return "INSERT INTO %s (%s) SELECT %s FROM unnest(%s) WITH ORDINALITY AS r (%s, nth) ORDER BY nth ON CONFLICT DO NOTHING RETURNING %s"
        .formatted(insert.table(), names, names, arrays, names, insert.names(insert.key()));
  }

  private static Array array(Link link, Insert insert, List<Object[]> rows, int column)
      throws SQLException {
    var kind = insert.columns().get(column).kind();
    Object[] values =
        switch (kind) {
          case TEXT -> new String[rows.size()];
          case WHOLE -> new Long[rows.size()];
          case BYTES -> new byte[rows.size()][];
        };
    for (int i = 0; i < values.length; i++) {
      values[i] = rows.get(i)[column];
    }
    return link.connection().createArrayOf(kind.postgres(), values);
  }

  /** Where the rows of each key stand. Of several with one key the first went in. */
  private static Map<List<Object>, Deque<Integer>> places(Insert insert, List<Object[]> rows) {
    var places = new HashMap<List<Object>, Deque<Integer>>();
    for (int i = 0; i < rows.size(); i++) {
      places.computeIfAbsent(key(rows.get(i), insert.key()), k -> new ArrayDeque<>(1)).addLast(i);
    }
    return places;
  }

  private static List<Object> key(Object[] row, int count) {
    var key = Arrays.copyOf(row, count);
    for (int i = 0; i < count; i++) {
      key[i] =
          switch (key[i]) {
            case byte[] bytes -> java.nio.ByteBuffer.wrap(bytes);
            case Integer number -> number.longValue();
            case Object other -> other;
          };
    }
    return Arrays.asList(key);
  }

  @Override
  public String now() {
    return "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)";
  }

  @Override
  public String lockFree() {
    return "FOR UPDATE SKIP LOCKED";
  }

  @Override
  public void freeze(Link link) throws SQLException {
    link.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
  }

  @Override
  public void takeTurn(Link link) {
    // Rows are locked, not the database.
  }

  @Override
  public boolean alone(Link link) throws SQLException {
    return link.ask("SELECT pg_try_advisory_xact_lock(" + FOLDING + ")").equals("t");
  }

  @Override
  public Fault fault(SQLException error) {
    var state = error.getSQLState() == null ? "08000" : error.getSQLState();
    return switch (state) {
      case "40P01", "40001" -> new Fault.Again();
      case "25006" -> new Fault.Down("read-only");
      case "55P03", "57014" -> new Fault.Locked();
      default ->
          switch (state.substring(0, 2)) {
            case "08", "57" -> new Fault.Down("lost");
            case "28" -> new Fault.Down("denied");
            case "3D" -> new Fault.Down("missing");
            case "53" -> new Fault.Down("full");
            case "58", "XX" -> new Fault.Down("io");
            default -> new Fault.Guilty();
          };
    };
  }

  @Override
  public void settle(Link link) {
    // The server keeps its own log.
  }
}
