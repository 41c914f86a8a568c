package org.lanshao.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanshao.count.Axis;
import org.lanshao.count.Cut;
import org.lanshao.count.Scope;
import org.lanshao.form.QuestionId;
import org.lanshao.reading.DayRange;
import org.lanshao.turn.Committed;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

@SuppressWarnings("NullAway.Init") // JUnit calls open first.
class PostgresStoreTest implements StoreContract {
  private TestDatabase database;
  private Store store;

  @BeforeEach
  void open(@TempDir Path directory) {
    database = TestDatabase.onPostgres(directory);
    store = database.open();
  }

  @AfterEach
  void close() {
    database.leave();
  }

  @Override
  public TestDatabase database() {
    return database;
  }

  @Override
  public Store store() {
    return store;
  }

  @Override
  public boolean holds(String text) throws SQLException {
    var hex = HexFormat.of().formatHex(text.getBytes(UTF_8));
    try (var connection = database.connect();
        var tables =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")) {
      while (tables.next()) {
        try (var rows =
            connection
                .createStatement()
                .executeQuery("SELECT t::text FROM %s t".formatted(tables.getString(1)))) {
          while (rows.next()) {
            var row = rows.getString(1);
            if (row.contains(text) || row.contains(hex)) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  @Override
  public AutoCloseable lock() throws SQLException {
    var connection = database.connect();
    connection.setAutoCommit(false);
    connection.createStatement().execute("LOCK TABLE turn IN ACCESS EXCLUSIVE MODE");
    return connection;
  }

  @Test
  void aDatabaseThatWouldNotWaitForTheDiskIsRefused() {
    var settings = database.settings();
    var url = settings.url() + "&options=-c%20synchronous_commit=off";
    var careless =
        new StoreSettings(
            url, settings.user(), settings.password(), settings.dataDir(), settings.key());
    assertThatThrownBy(() -> database.open(careless, TestDatabase.LIMITS))
        .isInstanceOf(UnsafeDatabase.class);
  }

  @Test
  void noKeyIsMadeForAServer(@TempDir Path empty) {
    var settings = new StoreSettings(PostgresServer.newDatabase(), "", "", empty, Optional.empty());
    assertThatThrownBy(() -> database.open(settings, TestDatabase.LIMITS))
        .isInstanceOf(KeyMistake.class)
        .hasMessageContaining("缺少密钥");
    assertThat(empty).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({"user=postgres,user=nobody,denied", "/t,/nowhere,missing"})
  void aUserOrADatabaseThatTheServerDoesNotKnowIsToldApart(
      String right, String wrong, String code) {
    var own = database.settings();
    assertThat(own.url()).contains(right);
    var settings =
        new StoreSettings(own.url().replace(right, wrong), "", "", own.dataDir(), own.key());

    assertThatThrownBy(() -> database.open(settings, TestDatabase.LIMITS))
        .cause()
        .isInstanceOfSatisfying(Unavailable.class, u -> assertThat(u.code()).isEqualTo(code));
  }

  @Test
  void connectionsThatBreakAreReplaced() throws Exception {
    Promised.kept(store.commit(Samples.plain("chen", 1, "m1")));
    database.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE application_name = 'lanshao'");

    assertThat(store.standing(Samples.conversation("chen"))).isPresent();
    assertThatThrownBy(() -> Promised.kept(store.commit(Samples.plain("chen", 2, "m2"))))
        .isInstanceOfSatisfying(Unavailable.class, u -> assertThat(u.code()).isEqualTo("lost"));
    assertThat(Promised.kept(store.commit(Samples.plain("chen", 2, "m2"))))
        .isEqualTo(new Committed.Done());
    assertThat(store.ready()).isTrue();
  }

  @Test
  void aDeadlockIsTriedAgain() throws Exception {
    var tries = new AtomicInteger();
    var work =
        new Work.Small<>(
            false,
            link -> {
              if (tries.incrementAndGet() < 3) {
                throw new SQLException("deadlock detected", "40P01");
              }
              return "done";
            });
    assertThat(store.write(work)).isEqualTo("done");
    assertThat(tries).hasValue(3);
  }

  @Test
  void twoNodesThatWriteTheSameConversationsAgainstEachOtherGetThrough() throws Exception {
    var other = database.open();
    for (int round = 1; round <= 10; round++) {
      long seq = round;
      var outcomes =
          TurnContract.atOnce(
              60,
              i ->
                  Promised.kept(
                      (i % 2 == 0 ? store : other)
                          .commit(Samples.plain("p" + i / 2, seq, i + "-" + seq))));
      assertThat(outcomes).filteredOn(o -> o instanceof Committed.Done).hasSize(30);
      assertThat(outcomes).filteredOn(o -> o instanceof Committed.Overtaken).hasSize(30);
    }
  }

  @Test
  void ofTwoRowsWithOneKeyInABatchTheFirstGoesIn() throws Exception {
    var setting = new Insert("setting", List.of(Insert.text("name"), Insert.text("value")), 1);
    var dialect = new Postgres(database.settings());
    try (var link = dialect.reading()) {
      var rows = List.of(new Object[] {"k", "first"}, new Object[] {"k", "second"});
      var taken = dialect.insert(link, setting, rows);
      assertThat(taken.stream().boxed()).containsExactly(0);
    }
    assertThat(database.ask("SELECT value FROM setting WHERE name = 'k'")).isEqualTo("first");
  }

  @Test
  void whatAFoldReadsStaysAsItWasWhenItBegan() throws Exception {
    var count = "SELECT count(*) FROM setting";
    var dialect = new Postgres(database.settings());
    try (var link = dialect.writing()) {
      dialect.freeze(link);
      var before = link.ask(count);
      store.remember("written", "meanwhile");
      assertThat(link.ask(count)).isEqualTo(before);
      link.connection().rollback();
      assertThat(link.ask(count)).as("afterwards").isNotEqualTo(before);
    }
  }

  /** What was just filed is looked for, whatever the planner believes of how much that is. */
  @Test
  void aCountDoesNotReadAllEntries() throws Exception {
    database.run(
        "INSERT INTO entry SELECT decode(md5('' || n), 'hex'), 0, 0, 20220510, '"
            + TestAreas.TAIPING.text()
            + "', 'visit.person_times', 'purpose', 'flood', '', 1"
            + " FROM generate_series(1, 20000) AS n");
    database.run("INSERT INTO unfolded SELECT submission, revision FROM entry");
    database.run("ANALYZE");
    database.run("DELETE FROM unfolded");
    var cut =
        new Cut(
            "visit.person_times",
            false,
            new Scope.InArea(TestAreas.TAIPING),
            new DayRange(Samples.DAY, Samples.DAY),
            List.of(),
            List.of(new Axis.Answers(new QuestionId("purpose"), List.of("flood", "routine"))));
    var sql = new CutSql(cut, new Overlaps(List.of()));
    var text = "EXPLAIN " + sql.text();
    try (var link = new Postgres(database.settings()).reading()) {
      assertThat(String.join("\n", link.texts(text, sql.values())))
          .contains("Index Scan using entry_pkey")
          .doesNotContain("Seq Scan on entry", "Gather");
    }
  }

  @Test
  void onlyOneNodeFoldsAtATime() throws Exception {
    Promised.kept(
        store.commit(
            Samples.filing(
                "chen",
                1,
                Samples.visit(
                    Samples.submission("chen", TestAreas.TAIPING, Samples.DAY), "甲", 1))));
    try (var connection = database.connect()) {
      connection.setAutoCommit(false);
      connection
          .createStatement()
          .execute("SELECT pg_advisory_xact_lock(%d)".formatted(Postgres.FOLDING));
      store.foldOnce();
      assertThat(database.ask("SELECT count(*) FROM unfolded")).isEqualTo("1");
      connection.rollback();
    }
    store.foldOnce();
    assertThat(database.ask("SELECT count(*) FROM unfolded")).isEqualTo("0");
  }

  @Test
  void aVersionThatKnowsNoYearsFoldsOnlyWhereNoOtherRuns() throws Exception {
    var turn = "SELECT pg_try_advisory_xact_lock(%d)".formatted(Postgres.FOLDING_BEFORE);
    assertThat(database.ask(turn)).isEqualTo("false");
    var other = database.open();
    store.close();
    assertThat(database.ask(turn)).as("while another one runs").isEqualTo("false");
    other.close();
    database.run(turn.replace("pg_try", "pg"));
  }
}
