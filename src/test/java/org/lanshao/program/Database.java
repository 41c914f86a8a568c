package org.lanshao.program;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks into a server's database beside the server. */
final class Database implements AutoCloseable {
  private final Connection connection;

  private Database(Connection connection) {
    this.connection = connection;
  }

  static Database of(Installation installation) {
    var url = installation.storeUrl();
    try {
      if (url.startsWith("jdbc:postgresql")) {
        return new Database(DriverManager.getConnection(url, "postgres", ""));
      }
      var database = new Database(DriverManager.getConnection(url));
      database.run("PRAGMA busy_timeout = 10000");
      return database;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Lets the time pass for which a server that was killed holds what it had claimed, of messages
   * and of timers. No server runs meanwhile.
   */
  static void leasesEnd(Installation installation) {
    try (var database = of(installation)) {
      database.run("UPDATE outgoing SET lease = 1 WHERE lease > 0");
      database.run("UPDATE timer SET lease = 1 WHERE lease > 0");
    }
  }

  /** The first column of all rows. */
  List<String> column(String sql) {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var column = new ArrayList<String>();
      while (rows.next()) {
        column.add(rows.getString(1));
      }
      return column;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The only number; 0 for an empty sum. */
  long number(String sql) {
    var value = column(sql).getFirst();
    return value == null ? 0 : Long.parseLong(value);
  }

  /** The second column by the first. */
  Map<String, Long> numbers(String sql) {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var numbers = new TreeMap<String, Long>();
      while (rows.next()) {
        numbers.put(rows.getString(1), rows.getLong(2));
      }
      return numbers;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Does something without an answer. */
  void run(String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
