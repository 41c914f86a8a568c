package org.lanshao.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.lanshao.store.PostgresServer;
import org.lanshao.store.Store;
import org.lanshao.store.StoreLimits;
import org.lanshao.store.StoreSettings;

/**
 * How fast counts are among the records of two years of a province, side by side with a plain
 * indexed {@code GROUP BY} of the same visits in the same database; and what a turn costs there
 * beside one on an empty database.
 */
public final class Counts {
  static final Instant NOW = Instant.parse("2026-01-01T02:00:00Z");

  private static final int WARM = 30;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final int records = Integer.getInteger("records", 10_000_000);
  private final int stations = Integer.getInteger("stations", 1631);
  private final int queries = Integer.getInteger("queries", 300);
  private final int plainQueries = Integer.getInteger("plainQueries", 4);
  private final boolean postgres = Boolean.getBoolean("postgres");
  private final Province province = new Province(stations);
  private final Map<String, StoreSettings> databases = new HashMap<>();
  private final Path dir;

  private Counts(Path dir) {
    this.dir = dir;
  }

  /**
   * Takes its sizes from the system properties records, stations and queries. With {@code keep}, a
   * folder, the visits are only written into it where there are none; the next run measures.
   */
  public static void main(String[] args) throws Exception {
    var keep = System.getProperty("keep", "");
    if (!keep.isEmpty()) {
      var kept = new Counts(Path.of(keep).toAbsolutePath());
      if (Files.exists(kept.dir)) {
        kept.measure();
      } else {
        kept.write();
      }
      System.exit(0);
    }
    var dir = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "counts");
    try {
      var counts = new Counts(dir);
      counts.write();
      counts.measure();
    } finally {
      try (var files = Files.walk(dir)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    System.exit(0);
  }

  private void write() throws Exception {
    open(settings("full")).close();
    try (var empty = open(settings("empty"))) {
      long start = System.nanoTime();
      new Past(settings("full").url(), province, records).write(empty::hash);
      tell("%,d visits of %,d stations written", start, records, stations);
    }
  }

  private void measure() throws Exception {
    System.out.println(LocalDate.now(ZoneId.systemDefault()) + ", " + Machine.describe());
    try (var empty = open(settings("empty"));
        var store = open(settings("full"));
        var plain = DriverManager.getConnection(settings("full").url())) {
      long start = System.nanoTime();
      int made = 0;
      while (store.seeOne()) {
        made++;
      }
      tell("%d days and months made ready for counts of what differs", start, made);
      var questions = new Questions(province, new Random(1));
      for (var kind : Questions.Kind.values()) {
        compare(store, Optional.of(plain), questions, kind);
      }
      var cost =
          new TurnCost(store, settings("full").url(), empty, settings("empty").url(), province);
      System.out.println(cost.compare(Visits.LAST.plusDays(1)));
      System.out.println(cost.compare(Visits.LAST));
      for (var kind : List.of(Questions.Kind.MONTH, Questions.Kind.DISTINCT_TO_TODAY)) {
        // the plain table has none of these turns
        compare(store, Optional.empty(), questions, kind);
      }
    }
  }

  private StoreSettings settings(String name) {
    return databases.computeIfAbsent(name, this::database);
  }

  private StoreSettings database(String name) {
    var data = dir.resolve(name);
    var url = postgres ? PostgresServer.newDatabase() : "jdbc:sqlite:" + data + "/lanshao.db";
    return new StoreSettings(url, "", "", data, Optional.of(Installation.KEY));
  }

  private Store open(StoreSettings settings) throws Exception {
    return Store.open(
        settings,
        new Store.Surroundings(
            Clock.fixed(NOW, ZoneOffset.UTC),
            new io.micrometer.core.instrument.simple.SimpleMeterRegistry(),
            province::within,
            StoreLimits.USUAL));
  }

  /**
   * Asks the store many times and the plain table a few times, both the same. Beside the time it
   * tells the CPU of the thread that asks, which does all the work on SQLite: on a busy machine
   * that alone can be compared.
   */
  private void compare(
      Store store, Optional<Connection> plain, Questions questions, Questions.Kind kind)
      throws Exception {
    var ours = new Asking();
    var theirs = new Asking();
    for (int i = 0; i < WARM + queries; i++) {
      var question = questions.next(kind);
      boolean counts = i >= WARM;
      var counted = (counts ? ours : new Asking()).ask(() -> store.count(question.cut()));
      if (counts && theirs.millis.size() < plainQueries && kind.plain() && plain.isPresent()) {
        long expected = theirs.ask(() -> question.plainSum(plain.get()));
        if (expected != counted.keysToNumber().values().stream().mapToLong(n -> n).sum()) {
          throw new IllegalStateException("counts differ: " + question.cut());
        }
      }
    }
    System.out.println(kind.title() + ": " + ours);
    if (!theirs.millis.isEmpty()) {
      System.out.println("  plain GROUP BY: " + theirs);
    }
  }

  /** How long the answers took. */
  private static final class Asking {
    private final List<Double> millis = new ArrayList<>();
    private final List<Double> cpuMillis = new ArrayList<>();

    <T> T ask(Callable<T> question) throws Exception {
      long start = System.nanoTime();
      long cpu = THREADS.getCurrentThreadCpuTime();
      T answer = question.call();
      cpuMillis.add((THREADS.getCurrentThreadCpuTime() - cpu) / 1e6);
      millis.add((System.nanoTime() - start) / 1e6);
      return answer;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d, p50 %.1f ms, p99 %.1f ms; CPU p50 %.1f ms, p99 %.1f ms",
          millis.size(),
          Figures.share(millis, 0.5),
          Figures.share(millis, 0.99),
          Figures.share(cpuMillis, 0.5),
          Figures.share(cpuMillis, 0.99));
    }
  }

  private static void tell(String what, long start, Object... values) {
    System.out.printf(
        Locale.ROOT, what + " in %.0f s%n", with(values, (System.nanoTime() - start) / 1e9));
  }

  private static Object[] with(Object[] values, double last) {
    var all = new ArrayList<>(List.of(values));
    all.add(last);
    return all.toArray();
  }
}
