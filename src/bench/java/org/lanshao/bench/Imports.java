package org.lanshao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lanshao.app.Lanshao;
import org.lanshao.store.Store;
import org.lanshao.store.StoreLimits;
import org.lanshao.store.StoreSettings;
import org.lanshao.turn.Changes;

/**
 * How long {@code lanshao register} takes to bring a ledger of a city's people on file, in a
 * process of its own, and how long turns take meanwhile: this process commits them to the same
 * database, as the server would.
 */
public final class Imports {
  private static final int SIZE = 5;
  private static final int FIRST_NAMES = 400;

  private final int clients = Integer.getInteger("clients", 135_000);
  private final int perSecond = Integer.getInteger("perSecond", 50);
  private final Path dir;

  private Imports(Path dir) {
    this.dir = dir;
  }

  /** Takes its sizes from the system properties clients and perSecond. */
  public static void main(String[] args) throws Exception {
    var dir = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "imports");
    try {
      new Imports(dir).run();
    } finally {
      try (var files = Files.walk(dir)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    System.exit(0);
  }

  private void run() throws Exception {
    System.out.println(LocalDate.now(ZoneId.systemDefault()) + ", " + Machine.describe());
    Installation.in(dir, 28_200, 28_201);
    var ledger = ledger();
    var settings =
        new StoreSettings(
            "jdbc:sqlite:" + dir + "/lanshao.db", "", "", dir, Optional.of(Installation.KEY));
    try (var store = open(settings)) {
      var alone = turns(store, 0, Optional.empty());
      long start = System.nanoTime();
      var process = register(ledger);
      var beside = turns(store, alone.size(), Optional.of(process));
      double seconds = (System.nanoTime() - start) / 1e9;
      if (process.waitFor() != 0) {
        throw new IOException(Files.readString(dir.resolve("register.log")));
      }
      System.out.println(Files.readString(dir.resolve("register.log")).strip());
      System.out.printf(
          Locale.ROOT,
          "%,d people on file after %.1f s; a turn meanwhile, %d a second: p50 %.1f ms, p99 %.1f"
              + " ms, worst %.1f ms; before: p99 %.1f ms%n",
          clients,
          seconds,
          perSecond,
          Figures.share(beside, 0.5),
          Figures.share(beside, 0.99),
          Figures.share(beside, 1),
          Figures.share(alone, 0.99));
    }
  }

  private static Store open(StoreSettings settings) throws Exception {
    return Store.open(
        settings,
        new Store.Surroundings(
            Clock.systemUTC(),
            new io.micrometer.core.instrument.simple.SimpleMeterRegistry(),
            area -> List.of(),
            StoreLimits.USUAL));
  }

  /** A line for each person; households of up to five. */
  private Path ledger() throws IOException {
    var file = dir.resolve("ledger.csv");
    try (var out = Files.newBufferedWriter(file)) {
      out.write("户号,村居,户主,姓名,出生日期,电话,类别,走访周期\n");
      for (int person = 0, household = 0; person < clients; household++) {
        int size = 1 + household % SIZE % 3;
        for (int i = 0; i < size && person < clients; i++, person++) {
          out.write(
              "H%d,%s,户主%d,成员%d,19%02d-05-01,138%08d,%s,每月\n"
                  .formatted(
                      household,
                      household % 2 == 0 ? "都城镇" : "连滩镇",
                      household % FIRST_NAMES,
                      person,
                      30 + household % 60,
                      household,
                      ""));
        }
      }
    }
    return file;
  }

  private Process register(Path ledger) throws IOException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Lanshao.class.getName(),
            "register",
            ledger.toString(),
            "--yes",
            "--config",
            dir.resolve("lanshao.yaml").toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(dir.resolve("register.log").toFile())
        .start();
  }

  /**
   * Commits turns one after the other at a steady rate until the process ends, or for ten seconds;
   * returns what each took in ms, from when it was due.
   */
  private List<Double> turns(Store store, int first, Optional<Process> until) throws Exception {
    var took = new ArrayList<Double>();
    long step = 1_000_000_000L / perSecond;
    long start = System.nanoTime();
    while (until.map(Process::isAlive).orElse(took.size() < 10 * perSecond)) {
      long due = start + took.size() * step;
      long wait = due - System.nanoTime();
      if (wait > 0) {
        Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
      }
      var turn = Changes.of(TurnCost.turn(first + took.size())).build();
      store.commit(turn).toCompletableFuture().get();
      took.add((System.nanoTime() - due) / 1e6);
    }
    return took;
  }
}
