package org.lanshao.bench;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.lanshao.count.Entry;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Answers;
import org.lanshao.form.FormId;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;
import org.lanshao.record.Submission;
import org.lanshao.store.Store;
import org.lanshao.turn.Changes;
import org.lanshao.turn.NewTurn;

/**
 * What the store does for a turn on a full database beside an empty one: the same turns, one of
 * eight files a visit, in blocks by turns, each block folded. CPU is the whole process's, and with
 * a PostgreSQL its server's too.
 */
final class TurnCost {
  private static final int ROUNDS = 9;
  private static final int BLOCK = 8_000;
  private static final int COUNTED = 2_000;
  private static final int AT_ONCE = 64;
  private static final int EACH = 8;

  private final Side full;
  private final Side empty;
  private final Province province;
  private LocalDate day = Visits.LAST;
  private int seed;

  TurnCost(Store full, String fullUrl, Store empty, String emptyUrl, Province province) {
    this.full = new Side(full, fullUrl);
    this.empty = new Side(empty, emptyUrl);
    this.province = province;
  }

  /** One database. */
  private record Side(Store store, String url) {
    boolean isSqlite() {
      return url.startsWith("jdbc:sqlite:");
    }

    /** What this process took, and with a PostgreSQL its server. */
    Duration cpu() throws SQLException {
      var own = took(ProcessHandle.current());
      return isSqlite() ? own : server().descendants().map(Side::took).reduce(own, Duration::plus);
    }

    private ProcessHandle server() throws SQLException {
      try (var connection = DriverManager.getConnection(url);
          var rows = connection.createStatement().executeQuery("SELECT pg_backend_pid()")) {
        rows.next();
        return ProcessHandle.of(rows.getLong(1)).flatMap(ProcessHandle::parent).orElseThrow();
      }
    }

    private static Duration took(ProcessHandle process) {
      return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
  }

  /**
   * One sentence.
   *
   * @param visited the day of the visits: a new one, or one of a month and year with many
   */
  String compare(LocalDate visited) throws Exception {
    day = visited;
    var cpu = new ArrayList<Double>();
    var ratios = new ArrayList<Double>();
    for (int round = -1; round < ROUNDS; round++) {
      double one = cpu(full, seed);
      double other = cpu(empty, seed);
      seed += BLOCK;
      if (round >= 0) {
        cpu.add(one);
        ratios.add(one / other);
      }
    }
    var cost =
        String.format(
            Locale.ROOT,
            "a turn, one of %d filing a visit of %s: %.1f µs of CPU, %.2f of what it takes on an"
                + " empty database",
            EACH,
            day,
            Figures.median(cpu),
            Figures.median(ratios));
    return full.isSqlite() ? cost + rows() : cost;
  }

  private String rows() throws Exception {
    double rows = rows(full, seed);
    double others = rows(empty, seed);
    seed += COUNTED;
    return String.format(
        Locale.ROOT, "; %.2f rows written, %.2f of those on an empty one", rows, rows / others);
  }

  private double cpu(Side side, int seed) throws Exception {
    var before = side.cpu();
    take(side.store(), seed, BLOCK);
    return side.cpu().minus(before).toNanos() / 1e3 / BLOCK;
  }

  /** Counted by triggers on all tables, which stand for this alone. */
  private double rows(Side side, int seed) throws Exception {
    try (var written = new Written(side.url())) {
      take(side.store(), seed, COUNTED);
      return written.rows() / (double) COUNTED;
    }
  }

  /** Takes turns, so many at once as a busy server does, and folds what they count. */
  private void take(Store store, int seed, int count) throws Exception {
    var waiting = new ArrayList<CompletableFuture<?>>();
    for (int i = 0; i < count; i++) {
      waiting.add(store.commit(changes(seed + i)).toCompletableFuture());
      if (waiting.size() == AT_ONCE) {
        CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).join();
        waiting.clear();
      }
    }
    CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).join();
    store.foldOnce();
  }

  private Changes changes(int number) {
    var turn = turn(number);
    return number % EACH == 0
        ? Changes.of(turn).filings(List.of(filing(number))).build()
        : Changes.of(turn).build();
  }

  static NewTurn turn(int number) {
    return new NewTurn(
        new ConversationId(new ChannelName("wecom"), new Chat.Private(), "p" + number % 20_000),
        number / 20_000 + 1,
        "m" + number,
        Counts.NOW,
        Optional.of(new PersonId("p" + number % 20_000)),
        "{\"v\":1,\"input\":{\"kind\":\"text\",\"text\":\"走访石巷村12号户\"}}",
        "[{\"answer\":\"people\",\"value\":3}]",
        "服务了几个人？",
        0,
        Optional.of(Visits.LAST),
        "",
        Optional.empty());
  }

  private Changes.Filing filing(int number) {
    var random = new Random(number);
    int town = random.nextInt(province.towns().size());
    var category = Visits.CATEGORIES.get(random.nextInt(Visits.CATEGORIES.size()));
    var id = new UUID(0x019b_0000_0000_7000L + ((long) number << 16), Long.MIN_VALUE + number);
    var submission =
        new Submission(
            id,
            "V" + number,
            new FormId("visit"),
            "abc",
            new PersonId("p" + number % 20_000),
            province.towns().get(town),
            Counts.NOW,
            day,
            new Answers(Map.of(new QuestionId("note"), new Value.Text("屋顶漏水，已联系村委"))));
    var household = Past.household(town, random.nextInt(1000));
    var entries = new ArrayList<Entry>();
    count(entries, "visit.household_visits", category, "", 1);
    count(entries, "visit.person_times", category, "", 1 + random.nextInt(6));
    count(entries, "visit.households", category, household, 1);
    return new Changes.Filing(submission, entries);
  }

  private static void count(
      List<Entry> entries, String measure, String category, String subject, long amount) {
    entries.add(new Entry(measure, "", "", subject, amount));
    entries.add(new Entry(measure, "purpose", category, subject, amount));
  }

  /** Counts rows that are inserted and changed, in a SQLite. */
  private static final class Written implements AutoCloseable {
    private static final List<String> TABLES =
        List.of(
            "turn",
            "submission",
            "entry",
            "unfolded",
            "lies_in",
            "period_tally",
            "presence",
            "unseen");

    private final java.sql.Connection connection;

    Written(String url) throws SQLException {
      connection = DriverManager.getConnection(url);
      run("CREATE TABLE bench_written (n INTEGER)");
      run("INSERT INTO bench_written VALUES (0)");
      for (var table : TABLES) {
        for (var how : List.of("INSERT", "UPDATE", "DELETE")) {
          run(
              "CREATE TRIGGER bench_%s_%s AFTER %s ON %s BEGIN UPDATE bench_written SET n = n + 1; END"
                  .formatted(table, how, how, table));
        }
      }
    }

    long rows() throws SQLException {
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery("SELECT n FROM bench_written")) {
        rows.next();
        return rows.getLong(1);
      }
    }

    private void run(String sql) throws SQLException {
      try (var statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    @Override
    public void close() throws SQLException {
      for (var table : TABLES) {
        for (var how : List.of("INSERT", "UPDATE", "DELETE")) {
          run("DROP TRIGGER bench_%s_%s".formatted(table, how));
        }
      }
      run("DROP TABLE bench_written");
      connection.close();
    }
  }
}
