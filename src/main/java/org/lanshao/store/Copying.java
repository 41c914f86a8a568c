package org.lanshao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads all rows of tables, whatever they are, and writes them into another database. */
final class Copying {
  /** Rows in memory at one time. */
  private static final int SLICE = 500;

  private Copying() {}

  /** Does something with a slice of rows. */
  interface Sink {
    void take(List<Object[]> rows) throws SQLException;
  }

  /** Copies a table; its place must be empty. */
  static void copy(Table table, Link from, Dialect dialect, Link to) throws SQLException {
    read(table, from, rows -> dialect.pour(to, table.insert(), rows));
  }

  /** Hands over all rows of a table in the order of its key, slice by slice. */
  static void read(Table table, Link from, Sink sink) throws SQLException {
    try (var statement = from.connection().prepareStatement(table.query())) {
      statement.setFetchSize(SLICE);
      try (var rows = statement.executeQuery()) {
        var slice = new ArrayList<Object[]>(SLICE);
        while (rows.next()) {
          slice.add(row(table.insert(), rows));
          if (slice.size() == SLICE) {
            sink.take(slice);
            slice.clear();
          }
        }
        if (!slice.isEmpty()) {
          sink.take(slice);
        }
      }
    }
  }

  private static Object[] row(Insert insert, ResultSet rows) throws SQLException {
    var row = new Object[insert.columns().size()];
    for (int i = 0; i < row.length; i++) {
      row[i] =
          switch (insert.columns().get(i).kind()) {
            case TEXT -> rows.getString(i + 1);
            case WHOLE -> rows.getLong(i + 1);
            case BYTES -> rows.getBytes(i + 1);
          };
    }
    return row;
  }
}
