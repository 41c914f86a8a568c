package org.lanshao.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table with sealed columns, and what their values are sealed for: all that is needed to open and
 * seal any row, whatever it means.
 *
 * @param name of the table
 * @param keys its primary key
 * @param sealed its sealed columns, each with the name that it is sealed for
 * @param row the row that values are sealed for
 */
record SealedTable(
    String name, List<String> keys, Map<String, String> sealed, Function<Row, String> row) {
  private static final SealedTable SUBMISSION =
      new SealedTable(
          "submission",
          List.of("id", "revision"),
          Map.of("answers", "submission.answers"),
          row -> row.uuid("id") + "#" + row.get("revision"));
  private static final SealedTable REVISION =
      new SealedTable(
          "revision",
          List.of("submission", "revision"),
          Map.of("why", "revision.why", "answers", "revision.answers"),
          row -> row.uuid("submission") + "#" + row.get("revision"));
  private static final SealedTable MATTER = named("matter", "number", "version").with("body");

  /** All there are. */
  static final List<SealedTable> ALL =
      List.of(
          named("turn", "conversation", "seq").with("input", "events", "reply", "snapshot"),
          SUBMISSION,
          REVISION,
          MATTER,
          new SealedTable(
              "media",
              List.of("reference"),
              Map.of("platform_id", "media.platform_id"),
              row -> HexFormat.of().formatHex(row.bytes("reference"))),
          new SealedTable(
              "outgoing",
              List.of("position"),
              Map.of("payload", OutgoingTable.PAYLOAD, "receipt", OutgoingTable.RECEIPT_COLUMN),
              row -> row.uuid("id")),
          named("token", "name").with("value"),
          new SealedTable(
              "directory_change",
              List.of("version"),
              Map.of("edits", "directory.edits", "snapshot", "directory.snapshot"),
              row -> row.get("version").toString()),
          named("alert_event", "alert", "position").with("event"),
          named("notice", "number").with("title"),
          named("notice_event", "notice", "position").with("event"),
          new SealedTable(
              "notice_receipt",
              List.of("notice", "unit"),
              Map.of("note", "notice_receipt.note"),
              row -> row.get("notice") + " " + row.get("unit")),
          new SealedTable(
              "register_edit",
              List.of("number", "batch"),
              Map.of("body", "register.body"),
              row -> row.get("number") + "#" + row.uuid("batch")),
          named("campaign", "number", "version").with("body"),
          named("report", "number").with("content", "told", "matters", "matters_told"),
          SUBMISSION.staged(),
          REVISION.staged(),
          MATTER.staged(),
          new SealedTable(
              "leaver", List.of("id"), Map.of("body", "leaver.body"), row -> row.uuid("id")),
          named("audit", "chain", "position").with("about"));

  /** Where rows of this table are laid out before: sealed for their place here. */
  private SealedTable staged() {
    var stage = Insert.stage(name);
    return new SealedTable(
        stage, Stream.concat(Stream.of("batch"), keys.stream()).toList(), sealed, row);
  }

  private static SealedTable named(String name, String... keys) {
    var key = List.of(keys);
    return new SealedTable(
        name,
        key,
        Map.of(),
        row -> key.stream().map(k -> row.get(k).toString()).collect(Collectors.joining("#")));
  }

  private SealedTable with(String... columns) {
    var all = new LinkedHashMap<String, String>();
    for (String column : columns) {
      all.put(column, name + "." + column);
    }
    return new SealedTable(name, keys, all, row);
  }

  /** A row: its columns by name, each a String, Long or byte[]. */
  record Row(Map<String, Object> columns) {
    Object get(String column) {
      return Objects.requireNonNull(columns.get(column));
    }

    /** Bytes; none also where SQLite has the empty text of a column that was added later. */
    byte[] bytes(String column) {
      return columns.get(column) instanceof byte[] bytes ? bytes : new byte[0];
    }

    String text(String column) {
      return columns.getOrDefault(column, "") instanceof String text ? text : "";
    }

    String uuid(String column) {
      return Uuids.read(bytes(column)).toString();
    }
  }

  private String name(String column) {
    return Objects.requireNonNull(sealed.get(column));
  }

  /** What a column of a row holds; empty text for an empty one. */
  String open(Seal seal, Row of, String column) {
    return seal.open(name(column), row.apply(of), of.bytes(column));
  }

  /** A value for a column of a row. */
  byte[] seal(Seal seal, Row of, String column, String text) {
    return seal.seal(name(column), row.apply(of), text);
  }

  /** Puts other values into columns of a row. */
  void update(Link link, Row of, Map<String, byte[]> columns) throws SQLException {
    var names = List.copyOf(columns.keySet());
    var values = new ArrayList<Object>();
    names.forEach(column -> values.add(columns.get(column)));
    keys.forEach(key -> values.add(of.get(key)));
    var set = names.stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
    var where = keys.stream().map(key -> key + " = ?").collect(Collectors.joining(" AND "));
    link.update("UPDATE %s SET %s WHERE %s".formatted(name, set, where), values.toArray());
  }

  /**
   * The rows behind a place, in the order of the key.
   *
   * @param after where the rows before ended, as {@link #mark} told; empty text at the start
   */
  List<Row> behind(Link link, String after, int most) throws SQLException {
    var all = String.join(", ", keys);
    var marks = String.join(", ", java.util.Collections.nCopies(keys.size(), "?"));
    var where = after.isEmpty() ? "" : " WHERE (%s) > (%s)".formatted(all, marks);
    var values = new ArrayList<Object>(after.isEmpty() ? List.of() : read(after));
    values.add((long) most);
    var sql = "SELECT * FROM %s%s ORDER BY %s LIMIT ?".formatted(name, where, all);
    var rows = new ArrayList<Row>();
    try (var found = link.prepare(sql, values.toArray()).executeQuery()) {
      while (found.next()) {
        rows.add(row(found));
      }
    }
    return rows;
  }

  private static Row row(ResultSet found) throws SQLException {
    var columns = new LinkedHashMap<String, Object>();
    var about = found.getMetaData();
    for (int i = 1; i <= about.getColumnCount(); i++) {
      var value = found.getObject(i);
      columns.put(
          about.getColumnName(i), value instanceof Integer whole ? whole.longValue() : value);
    }
    return new Row(columns);
  }

  /** Where a row is, as a text. */
  String mark(Row of) {
    return keys.stream().map(key -> part(of.get(key))).collect(Collectors.joining(" "));
  }

  private static String part(Object value) {
    return switch (value) {
      case Long number -> "n" + number;
      case byte[] bytes -> "b" + HexFormat.of().formatHex(bytes);
      default -> "t" + Base64.getEncoder().encodeToString(value.toString().getBytes(UTF_8));
    };
  }

  private static List<Object> read(String mark) {
    var values = new ArrayList<Object>();
    for (String part : mark.split(" ")) {
      var rest = part.substring(1);
      values.add(
          switch (part.charAt(0)) {
            case 'n' -> Long.parseLong(rest);
            case 'b' -> HexFormat.of().parseHex(rest);
            default -> new String(Base64.getDecoder().decode(rest), UTF_8);
          });
    }
    return values;
  }
}
