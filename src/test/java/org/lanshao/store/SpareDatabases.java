package org.lanshao.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;

/**
 * Databases of PostgreSQL that tests are done with, emptied until they are as the one that they
 * were copied from. To copy one takes a sixth of a second, the first connection to it half as much
 * again, and to delete hundreds of them at the end most of a minute.
 */
final class SpareDatabases {
  /** A test that left a transaction open loses its database, not the next one its time. */
  private static final String NO_WAITING = "SET lock_timeout = '2s'";

  private static final String IN_USE = "55P03";

  private static final String LEAVE =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
          + " WHERE datname = current_database() AND pid <> pg_backend_pid()";

  private static final String TABLES =
      "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
          + " ORDER BY relname";

  /** Tables that number their rows: they may have done so also where none is left. */
  private static final String NUMBERING =
      "SELECT table_name FROM information_schema.columns"
          + " WHERE table_schema = 'public' AND is_identity = 'YES'";

  /** Tables, columns, keys, triggers, functions, schemas and settings. */
  private static final String SHAPE =
      """
      SELECT md5(string_agg(line, ';' ORDER BY line)) FROM (
        SELECT concat_ws(' ', c.relname, c.relkind, a.attname, a.atttypid, a.attnotnull) AS line
          FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
          WHERE c.relnamespace = 'public'::regnamespace
        UNION ALL SELECT tgname::text FROM pg_trigger WHERE NOT tgisinternal
        UNION ALL SELECT conname::text FROM pg_constraint
        UNION ALL SELECT proname::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        UNION ALL SELECT nspname::text FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%'
        UNION ALL SELECT s.setconfig::text FROM pg_db_role_setting s
          JOIN pg_database d ON d.oid = s.setdatabase WHERE d.datname = current_database()) lines
      """;

  private final String model;
  private final List<String> filled;
  private final List<String> empty;
  private final List<String> numbering;
  private final List<String> shape;
  private final Deque<String> spare = new ConcurrentLinkedDeque<>();

  /** Of a database that nobody uses any more. */
  SpareDatabases(String url) throws SQLException {
    this.model = PostgresServer.name(url);
    try (var connection = DriverManager.getConnection(url)) {
      var tables = texts(connection, TABLES);
      this.filled = filled(connection, tables);
      this.empty = tables.stream().filter(table -> !filled.contains(table)).toList();
      this.numbering = texts(connection, NUMBERING);
      this.shape = shape(connection);
    }
  }

  /** The JDBC URL of one that is as the model. */
  String take() {
    var url = spare.poll();
    return url == null ? PostgresServer.newDatabase(model) : url;
  }

  /** Takes it back; one that is not of the same shape, or still in use, is never used again. */
  void giveBack(String url) {
    try (var connection = DriverManager.getConnection(url)) {
      run(connection, NO_WAITING);
      texts(connection, LEAVE);
      if (shape(connection).equals(shape)) {
        empty(connection);
        spare.push(url);
      }
    } catch (SQLException e) {
      if (!IN_USE.equals(e.getSQLState())) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void empty(Connection connection) throws SQLException {
    var changed = new TreeSet<>(numbering);
    changed.addAll(filled(connection, empty));
    run(connection, "TRUNCATE " + String.join(", ", changed) + " RESTART IDENTITY CASCADE");
  }

  /** The shape of a database, and the rows of the tables that have some in the model. */
  private List<String> shape(Connection connection) throws SQLException {
    var lines = texts(connection, SHAPE);
    for (String table : filled) {
      lines.addAll(texts(connection, "SELECT t::text FROM %s t ORDER BY 1".formatted(table)));
    }
    return lines;
  }

  private static List<String> filled(Connection connection, List<String> tables)
      throws SQLException {
    return texts(
        connection,
        tables.stream()
            .map("SELECT '%1$s' WHERE EXISTS (SELECT 1 FROM %1$s)"::formatted)
            .collect(Collectors.joining(" UNION ALL ")));
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    var texts = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      while (found.next()) {
        texts.add(found.getString(1));
      }
    }
    return texts;
  }
}
