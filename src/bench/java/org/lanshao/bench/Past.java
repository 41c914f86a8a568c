package org.lanshao.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lanshao.directory.AreaCode;

/**
 * Writes two years of visits into a store's tables of tallies and presences, as folding would leave
 * them, and beside them the plain table that others would count from ({@code past.sql}). The
 * records and entries that they were folded from are left out: no count of an area reads them.
 */
final class Past {
  /** Visits that a household gets in two years. */
  private static final int EACH = 5;

  /** Numbers of households for each town. */
  private static final int ROOM = 100_000;

  private final String url;
  private final Province province;
  private final int visits;
  private final int households;

  /**
   * @param url of a database with the store's tables, which nobody else has open
   * @param visits how many, of all towns
   */
  Past(String url, Province province, int visits) {
    this.url = url;
    this.province = province;
    this.visits = visits;
    this.households = Math.max(1, visits / province.towns().size() / EACH);
  }

  /** The number under which a household of a town is on file. */
  static String household(int town, int household) {
    return "J" + (town * ROOM + household);
  }

  /** Writes all; what is counted once is hashed as the store does. */
  void write(UnaryOperator<String> hash) throws SQLException, IOException {
    boolean sqlite = url.startsWith("jdbc:sqlite:");
    try (var connection = DriverManager.getConnection(url)) {
      if (sqlite) {
        run(connection, "PRAGMA journal_mode = OFF");
        run(connection, "PRAGMA synchronous = OFF");
        run(connection, "PRAGMA cache_size = -200000");
      }
      connection.setAutoCommit(false);
      create(connection, sqlite ? "BLOB" : "BYTEA");
      fill(connection, hash);
      for (var statement : statements()) {
        run(connection, statement);
      }
      connection.commit();
      connection.setAutoCommit(true);
      run(connection, "ANALYZE" + (sqlite ? " plain_visit" : ""));
    }
  }

  private static void create(Connection connection, String bytes) throws SQLException {
    run(
        connection,
        "CREATE TABLE bench_town (n INTEGER, town TEXT, county TEXT, city TEXT, path TEXT)");
    run(connection, "CREATE TABLE bench_day (n INTEGER PRIMARY KEY, day INTEGER)");
    run(connection, "CREATE TABLE bench_category (n INTEGER PRIMARY KEY, category TEXT)");
    run(connection, "CREATE TABLE bench_household (n INTEGER PRIMARY KEY, subject " + bytes + ")");
    run(
        connection,
        "CREATE TABLE plain_visit (town TEXT, county TEXT, city TEXT, day INTEGER, category TEXT,"
            + " people INTEGER, household INTEGER, subject "
            + bytes
            + ")");
    run(connection, "CREATE UNIQUE INDEX bench_town_n ON bench_town (n)");
    run(connection, "CREATE UNIQUE INDEX bench_town_town ON bench_town (town)");
  }

  private void fill(Connection connection, UnaryOperator<String> hash) throws SQLException {
    var towns = province.towns();
    insert(connection, "bench_town", 5, IntStream.range(0, towns.size()).mapToObj(this::town));
    insert(
        connection,
        "bench_day",
        2,
        IntStream.range(0, Visits.DAYS).mapToObj(i -> List.of(i, Visits.number(i))));
    insert(
        connection,
        "bench_category",
        2,
        IntStream.range(0, Visits.CATEGORIES.size())
            .mapToObj(i -> List.of(i, Visits.CATEGORIES.get(i))));
    insert(
        connection,
        "bench_household",
        2,
        IntStream.range(0, towns.size() * households)
            .mapToObj(
                i -> {
                  int town = i / households;
                  int n = i % households;
                  var subject = HexFormat.of().parseHex(hash.apply(household(town, n)));
                  return List.of(town * ROOM + n, subject);
                }));
  }

  private List<Object> town(int number) {
    var path = province.within(province.towns().get(number)).stream().map(AreaCode::text).toList();
    return List.of(number, path.get(0), path.get(1), path.get(2), String.join(".", path));
  }

  private static void insert(
      Connection connection, String table, int columns, Stream<List<? extends Object>> rows)
      throws SQLException {
    var marks = String.join(", ", java.util.Collections.nCopies(columns, "?"));
    try (var insert =
        connection.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
      for (var iterator = rows.iterator(); iterator.hasNext(); ) {
        var row = iterator.next();
        for (int i = 0; i < columns; i++) {
          insert.setObject(i + 1, row.get(i));
        }
        insert.executeUpdate();
      }
    }
  }

  private List<String> statements() throws IOException {
    try (var file = Objects.requireNonNull(Past.class.getResourceAsStream("past.sql"))) {
      var text = new String(file.readAllBytes(), UTF_8);
      var words =
          Map.of(
              "visits",
              visits,
              "towns",
              province.towns().size(),
              "days",
              Visits.DAYS,
              "room",
              ROOM,
              "households",
              households,
              "province",
              Province.ALL);
      for (var word : words.entrySet()) {
        text = text.replace("${" + word.getKey() + "}", word.getValue().toString());
      }
      return Stream.of(text.replaceAll("--.*", "").split(";"))
          .map(String::strip)
          .filter(statement -> !statement.isEmpty())
          .toList();
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
