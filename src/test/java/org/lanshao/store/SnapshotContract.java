package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lanshao.count.Scope;
import org.lanshao.reading.DayRange;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewTimer;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

/** Taking all rows out of a running database, and putting them into the place of an empty one. */
interface SnapshotContract extends OnDatabase {
  Duration LEASE = Duration.ofSeconds(60);
  Scope COUNTY = new Scope.InArea(TestAreas.LUODING);
  DayRange TODAY = new DayRange(Samples.DAY, Samples.DAY);

  @Test
  default void whatIsTakenAndPutHoldsAndCountsTheSameInEitherDatabase() throws Exception {
    fill(1, 40);
    store().foldOnce();
    fill(41, 45);
    long given = store().nextNumber("V");
    var file = scratch().resolve("taken.db");

    var taken = snapshots().take(file);

    assertThat(rows(taken, "submission")).isEqualTo(45);
    assertThat(rows(taken, "unfolded")).isEqualTo(5);
    assertThat(taken.schema()).isEqualTo(Snapshots.newestSchema());
    assertThat(taken.fingerprint()).isEqualTo(DataKey.of(database().settings()).fingerprint());
    for (var target : List.of(emptySqlite(), emptyPostgres())) {
      var put = put(file, target);
      assertThat(withoutSettings(put.take(scratch().resolve(UUID.randomUUID() + ".db"))))
          .isEqualTo(withoutSettings(taken));
      try (var copy = new TestDatabase(target)) {
        var restored = copy.open();
        assertThat(restored.recount()).isEmpty();
        assertThat(restored.sum("visit.person_times", COUNTY, TODAY))
            .isEqualTo(store().sum("visit.person_times", COUNTY, TODAY))
            .isPositive();
        assertThat(restored.standing(Samples.conversation("p7")).orElseThrow().seq()).isEqualTo(1);
        assertThat(restored.nextNumber("V")).isGreaterThan(given);
      }
    }
  }

  @Test
  default void aSnapshotIsTakenBesideAWriterAndIsOfOneMoment() throws Exception {
    var writing = Thread.ofVirtual().start(() -> fillQuietly(1, 300));
    for (int i = 0; writing.isAlive() || i == 0; i++) {
      var taken = snapshots().take(scratch().resolve("taken" + i + ".db"));
      assertThat(rows(taken, "entry")).isEqualTo(4 * rows(taken, "submission"));
      assertThat(rows(taken, "turn")).isEqualTo(rows(taken, "submission"));
    }
    writing.join();
  }

  @Test
  default void whatWasPutSendsNothingAndRingsNoTimerUntilThatIsLifted() throws Exception {
    store().send(List.of(Samples.outgoing("chen", "old")));
    var timer =
        new NewTimer(
            Samples.id(),
            NewTimer.Kind.DRAFT,
            Samples.conversation("chen"),
            TestDatabase.NOW,
            TestDatabase.NOW);
    var turn = Samples.turn("chen", 1, "m1");
    commit(Changes.of(turn).timers(List.of(timer)).build());
    var file = scratch().resolve("taken.db");
    snapshots().take(file);

    for (var target : List.of(emptySqlite(), emptyPostgres())) {
      put(file, target);
      try (var copy = new TestDatabase(target)) {
        var restored = copy.open();
        restored.send(List.of(Samples.outgoing("liang", "new")));
        assertThat(restored.holding().since()).contains(TestDatabase.NOW);
        assertThat(restored.holding().waiting(TestDatabase.NOW).rows()).isEqualTo(2);
        assertThat(restored.outgoing().claim(Lane.DIGEST, 9, LEASE)).isEmpty();
        assertThat(restored.outgoing().nextDue(Lane.DIGEST)).isEmpty();
        assertThat(restored.timers().claim(9, LEASE, TestDatabase.NOW)).isEmpty();

        restored.holding().lift(Instant.EPOCH);

        assertThat(restored.holding().since()).isEmpty();
        assertThat(restored.outgoing().claim(Lane.DIGEST, 9, LEASE)).hasSize(2);
        assertThat(restored.timers().claim(9, LEASE, TestDatabase.NOW)).hasSize(1);
      }
    }
  }

  @Test
  default void whatWasAskedForBeforeTheTimeIsNotSentWhenHoldingIsLifted() throws Exception {
    store().send(List.of(Samples.outgoing("chen", "old")));
    var file = scratch().resolve("taken.db");
    snapshots().take(file);
    var target = emptySqlite();
    put(file, target);
    try (var copy = new TestDatabase(target)) {
      var restored = copy.open();
      var later = TestDatabase.NOW.plusSeconds(1);
      assertThat(restored.holding().waiting(later).before()).isEqualTo(1);

      restored.holding().lift(later);

      assertThat(restored.outgoing().claim(Lane.DIGEST, 9, LEASE)).isEmpty();
      assertThat(copy.ask("SELECT state FROM outgoing")).isEqualTo("3");
    }
  }

  @Test
  default void onlyAnEmptyPostgresIsFilled() throws Exception {
    fill(1, 2);
    var file = scratch().resolve("taken.db");
    snapshots().take(file);
    var target = emptyPostgres();
    try (var taken = new TestDatabase(target)) {
      Promised.kept(taken.open().commit(Samples.plain("liang", 1, "m1")));
    }
    assertThat(new Snapshots(target).isEmpty()).isFalse();
    assertThatThrownBy(() -> put(file, target)).isInstanceOf(IllegalStateException.class);
    try (var taken = new TestDatabase(target)) {
      assertThat(taken.open().standing(Samples.conversation("liang"))).isPresent();
    }
  }

  @Test
  default void aHalfFilledPostgresIsRefusedAndCanBeFilledAgain() throws Exception {
    fill(1, 2);
    var file = scratch().resolve("taken.db");
    snapshots().take(file);
    var target = emptyPostgres();
    put(file, target);
    try (var half = new TestDatabase(target)) {
      for (String table : tables(half)) {
        half.run("TRUNCATE " + table + " CASCADE");
      }
      half.run("INSERT INTO setting (name, value) VALUES ('unfinished', '')");
      assertThatThrownBy(half::open)
          .isInstanceOf(UnsafeDatabase.class)
          .hasMessageContaining("没有做完");
    }
    assertThat(new Snapshots(target).isEmpty()).isTrue();

    put(file, target);

    try (var whole = new TestDatabase(target)) {
      assertThat(whole.open().recount()).isEmpty();
    }
  }

  @Test
  default void messagesGoOnBehindThoseThatWerePut() throws Exception {
    store().send(List.of(Samples.outgoing("chen", "1"), Samples.outgoing("chen", "2")));
    var file = scratch().resolve("taken.db");
    snapshots().take(file);
    var target = emptyPostgres();
    put(file, target);
    try (var copy = new TestDatabase(target)) {
      copy.open().send(List.of(Samples.outgoing("chen", "3")));
      assertThat(copy.ask("SELECT string_agg(once, ' ' ORDER BY position) FROM outgoing"))
          .isEqualTo("1 2 3");
    }
  }

  @Test
  default void aDamagedFileIsNoDatabase() throws Exception {
    fill(1, 20);
    var file = scratch().resolve("taken.db");
    snapshots().take(file);
    var bytes = Files.readAllBytes(file);
    java.util.Arrays.fill(bytes, 4096, 12_288, (byte) 7);
    Files.write(file, bytes);
    assertThatThrownBy(() -> Snapshots.look(file)).isInstanceOf(IOException.class);
  }

  private void fillQuietly(int from, int to) {
    try {
      fill(from, to);
    } catch (Unavailable e) {
      throw new IllegalStateException(e);
    }
  }

  private void fill(int from, int to) throws Unavailable {
    for (int i : IntStream.rangeClosed(from, to).toArray()) {
      var submission = Samples.submission("p" + i, TestAreas.TAIPING, Samples.DAY);
      commit(Samples.filing("p" + i, 1, Samples.visit(submission, "户" + i % 9, i)));
    }
  }

  private Snapshots snapshots() {
    return new Snapshots(database().settings());
  }

  private static Snapshots put(Path file, StoreSettings target) throws Exception {
    var snapshots = new Snapshots(target);
    snapshots.put(file, TestDatabase.NOW);
    return snapshots;
  }

  private static long rows(Snapshots.Taken taken, String table) {
    return Objects.requireNonNull(taken.contents().nameToPart().get(table)).rows();
  }

  /** All but the table that says that sending is held. */
  private static Snapshots.Taken withoutSettings(Snapshots.Taken taken) {
    var parts = new java.util.TreeMap<>(taken.contents().nameToPart());
    parts.remove("setting");
    return new Snapshots.Taken(taken.schema(), taken.fingerprint(), new Contents(parts));
  }

  private StoreSettings emptySqlite() {
    return at("jdbc:sqlite:" + scratch().resolve(UUID.randomUUID() + "/lanshao.db"));
  }

  private StoreSettings emptyPostgres() {
    return at(PostgresServer.newDatabase());
  }

  private StoreSettings at(String url) {
    var mine = database().settings();
    return new StoreSettings(url, "", "", mine.dataDir(), mine.key());
  }

  /** A folder of this test. */
  private Path scratch() {
    try {
      return Files.createDirectories(database().settings().dataDir().resolveSibling("taken"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All tables of the program. */
  private static List<String> tables(TestDatabase postgres) {
    return List.of(
        postgres
            .ask(
                "SELECT string_agg(tablename, ' ') FROM pg_tables"
                    + " WHERE schemaname = current_schema() AND tablename NOT LIKE 'flyway%'")
            .split(" "));
  }
}
