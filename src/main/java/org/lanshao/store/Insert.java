package org.lanshao.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An insert of many rows into one table. A row whose key is taken is left out.
 *
 * @param table the table
 * @param columns its columns, in the order of the rows' values
 * @param key how many of the first columns tell a row from all others
 */
record Insert(String table, List<Column> columns, int key) {
  Insert {
    columns = List.copyOf(columns);
  }

  /** The names of the first {@code count} columns, with commas. */
  String names(int count) {
    return columns.stream().limit(count).map(Column::name).collect(Collectors.joining(", "));
  }

  /** The same of the table in which its rows are laid out before: their batch comes first. */
  Insert staged() {
    return new Insert(
        stage(table), Stream.concat(Stream.of(bytes("batch")), columns.stream()).toList(), key + 1);
  }

  /** The name of the table in which rows of this one are laid out before. */
  static String stage(String table) {
    return "staged_" + table;
  }

  static Column text(String name) {
    return new Column(name, Kind.TEXT);
  }

  static Column whole(String name) {
    return new Column(name, Kind.WHOLE);
  }

  static Column bytes(String name) {
    return new Column(name, Kind.BYTES);
  }

  /** A column and what its values are. */
  record Column(String name, Kind kind) {}

  /** The Java type of a value: String, Long, byte[]. */
  enum Kind {
    TEXT("text"),
    WHOLE("int8"),
    BYTES("bytea");

    private final String postgres;

    Kind(String postgres) {
      this.postgres = postgres;
    }

    /** PostgreSQL's name of it. */
    String postgres() {
      return postgres;
    }
  }
}
