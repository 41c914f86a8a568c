package org.lanshao.store;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * A table as its database describes it: all that a copy needs to know.
 *
 * @param insert its columns, those of the primary key first
 * @param refersTo the tables that must be filled before it
 */
record Table(Insert insert, Set<String> refersTo) {
  /** Flyway's own, which every database makes for itself. */
  private static final String HISTORY = "flyway_schema_history";

  Table {
    refersTo = Set.copyOf(refersTo);
  }

  String name() {
    return insert.table();
  }

  /** All tables but Flyway's, each after those that it refers to. */
  static List<Table> all(Link link) throws SQLException {
    var metadata = link.connection().getMetaData();
    var left = new ArrayList<Table>();
    for (String name : names(link, metadata)) {
      left.add(new Table(insert(link, metadata, name), refersTo(link, metadata, name)));
    }
    left.sort(Comparator.comparing(Table::name));
    var sorted = new ArrayList<Table>();
    var before = new HashSet<String>();
    while (!left.isEmpty()) {
      var next = left.stream().filter(t -> before.containsAll(t.refersTo())).findFirst();
      Table table = next.orElseThrow(() -> new IllegalStateException("tables refer in a circle"));
      left.remove(table);
      before.add(table.name());
      sorted.add(table);
    }
    return sorted;
  }

  private static List<String> names(Link link, DatabaseMetaData metadata) throws SQLException {
    var names = new ArrayList<String>();
    var schema = link.connection().getSchema();
    try (var rows = metadata.getTables(null, schema, "%", new String[] {"TABLE"})) {
      while (rows.next()) {
        var name = rows.getString("TABLE_NAME");
        if (!name.equals(HISTORY)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static Insert insert(Link link, DatabaseMetaData metadata, String name)
      throws SQLException {
    var key = new TreeMap<Integer, String>();
    try (var rows = metadata.getPrimaryKeys(null, link.connection().getSchema(), name)) {
      while (rows.next()) {
        key.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
      }
    }
    var first = List.copyOf(key.values());
    var columns = new ArrayList<Insert.Column>();
    try (var rows = metadata.getColumns(null, link.connection().getSchema(), name, "%")) {
      while (rows.next()) {
        columns.add(
            new Insert.Column(
                rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                kind(rows.getString("TYPE_NAME").toLowerCase(Locale.ROOT))));
      }
    }
    columns.sort(
        Comparator.comparingInt(
                (Insert.Column c) ->
                    first.contains(c.name()) ? first.indexOf(c.name()) : first.size())
            .thenComparing(Insert.Column::name));
    return new Insert(name, columns, first.size());
  }

  private static Insert.Kind kind(String type) {
    return switch (type) {
      case "text" -> Insert.Kind.TEXT;
      case "integer", "bigint", "int4", "int8", "bigserial" -> Insert.Kind.WHOLE;
      case "blob", "bytea" -> Insert.Kind.BYTES;
      default -> throw new IllegalStateException("no such column type: " + type);
    };
  }

  private static Set<String> refersTo(Link link, DatabaseMetaData metadata, String name)
      throws SQLException {
    var others = new HashSet<String>();
    try (var rows = metadata.getImportedKeys(null, link.connection().getSchema(), name)) {
      while (rows.next()) {
        others.add(rows.getString("PKTABLE_NAME"));
      }
    }
    return others;
  }

  /** Its rows in the order of its key, the same order in every database. */
  String query() {
    return "SELECT %s FROM %s ORDER BY %s"
        .formatted(
            insert.names(insert.columns().size()), insert.table(), insert.names(insert.key()));
  }
}
