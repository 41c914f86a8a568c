package org.lanshao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Runs the limits and the packaged server beside each other and prints a table. All of them are up
 * and warm during the whole run; in each round each of them gets the load for the same time, so
 * that what the machine does meanwhile falls on all alike. Needs two cores and Linux: the servers
 * have core 0, this process takes core 1.
 */
public final class Bench {
  private static final int CONNECTIONS = 32;
  private static final int GROUP = 2000;
  private static final int PORT = 28_080;

  /** Limits have so little code that their compiler is quiet after this. */
  private static final Duration LIMIT_WARM_UP = Duration.ofSeconds(30);

  private final int rounds = Integer.getInteger("rounds", 7);
  private final int visits = Integer.getInteger("visits", 12);
  private final Duration slice = Duration.ofSeconds(Integer.getInteger("slice", 6));
  private final Duration warmUp = Duration.ofSeconds(Integer.getInteger("warm", 60));
  private final boolean limitsOnly = Boolean.getBoolean("limitsOnly");
  private final List<Server> servers = new ArrayList<>();
  private final Path dir;

  private Bench(Path dir) {
    this.dir = dir;
  }

  /** Takes its sizes from the system properties rounds, visits, slice and warm (seconds). */
  public static void main(String[] args) throws Exception {
    Machine.keepTo(1);
    var dir = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bench");
    var bench = new Bench(dir);
    try {
      bench.run();
    } finally {
      bench.servers.forEach(Server::close);
      delete(dir);
    }
  }

  private void run() throws Exception {
    var requests = Requests.write(dir.resolve("requests"), Installation.WORKERS, visits, GROUP, 1);
    var contenders = new ArrayList<Contender>();
    for (var mode : List.of("b", "c", "d")) {
      var server = keep(Contender.limit(mode, PORT + servers.size(), dir));
      contenders.add(
          new Contender("limit " + mode.toUpperCase(Locale.ROOT), server, requests, true));
    }
    var base = contenders.getLast();
    if (!limitsOnly) {
      var installation = Installation.in(dir.resolve("lanshao"), PORT + 8, PORT + 9);
      var cache = installation.cache(); // and the database
      contenders.add(new Contender("Lanshao", keep(installation.start(cache)), requests, false));
    }
    compare(contenders);
    print(contenders, base);
    if (!limitsOnly) {
      System.out.println("\n" + submissions());
      System.out.println(starts());
    }
  }

  private Server keep(Server server) {
    servers.add(server);
    return server;
  }

  private void compare(List<Contender> contenders) throws IOException {
    for (var contender : contenders) {
      var time = contender.isLimit() ? Collections.min(List.of(warmUp, LIMIT_WARM_UP)) : warmUp;
      contender.warm(Replay.Plan.closed(CONNECTIONS, time));
    }
    for (int round = 0; round < rounds; round++) {
      for (var contender : contenders) {
        if (!contender.exhausted()) {
          contender.measure(Replay.Plan.closed(CONNECTIONS, slice));
        }
      }
    }
    for (var contender : contenders) {
      contender.measureHalf(slice);
    }
  }

  private static void print(List<Contender> contenders, Contender base) throws IOException {
    System.out.println(LocalDate.now(ZoneId.systemDefault()) + ", " + Machine.describe() + "\n");
    System.out.println(
        "| server | turns/s | CPU µs per turn | ÷ D | p50 ms | p99 ms | p99 ms at half the rate"
            + " | resident MB | ready s | core lost to others % |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|");
    for (var contender : contenders) {
      System.out.println(contender.row(base));
    }
  }

  /** On a fresh server, so that no worker has a form in hand. */
  private String submissions() throws Exception {
    servers.forEach(Server::close);
    servers.clear();
    var requests =
        Requests.write(
            dir.resolve("submissions"), Installation.WORKERS, 5, Installation.WORKERS, 1);
    var installation = Installation.in(dir.resolve("second"), PORT + 10, PORT + 11);
    var cost = new SubmissionCost(keep(installation.start(installation.cache())), requests);
    while (!cost.exhausted()) {
      cost.measure();
    }
    return cost.describe();
  }

  private String starts() throws IOException, InterruptedException {
    servers.forEach(Server::close);
    servers.clear();
    var cache = Installation.ofCity(dir.resolve("train"), PORT + 12, PORT + 13).cache();
    var first = new ArrayList<Double>();
    var later = new ArrayList<Double>();
    for (int i = 0; i < 5; i++) {
      var installation = Installation.ofCity(dir.resolve("start" + i), PORT + 12, PORT + 13);
      first.add(ready(installation, cache));
      later.add(ready(installation, cache));
    }
    return String.format(
        Locale.ROOT,
        "Ready after %.1f s on one core at the first start, which makes the database, and after"
            + " %.1f s at the next, both with the cache of deploy/aot-cache.sh (medians of five).",
        Figures.median(first),
        Figures.median(later));
  }

  private static double ready(Installation installation, Path cache)
      throws IOException, InterruptedException {
    try (var server = installation.start(cache)) {
      return server.readySeconds();
    }
  }

  private static void delete(Path dir) throws IOException {
    try (var files = Files.walk(dir)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
