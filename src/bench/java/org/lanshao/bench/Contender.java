package org.lanshao.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A server under test, where it stands in the requests, and what was seen of it. */
final class Contender {
  private final String name;
  private final Server server;
  private final Requests.Cursor requests;
  private final boolean repeats;
  private final List<Slice> slices = new ArrayList<>();
  private double p99AtHalf;

  /**
   * What one slice of load showed.
   *
   * @param others the share of the server's core that other processes took meanwhile
   */
  private record Slice(double perSecond, double cpuMicros, double p50, double p99, double others) {}

  /** {@code repeats}: the same request may be sent to it again, when all were sent. */
  Contender(String name, Server server, Requests requests, boolean repeats) {
    this.name = name;
    this.server = server;
    this.requests = requests.cursor();
    this.repeats = repeats;
  }

  /** Starts a limit, with a database file beside the log. */
  static Server limit(String mode, int port, Path dir) throws IOException, InterruptedException {
    var command =
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Limit.class.getName(),
            mode,
            String.valueOf(port),
            dir.resolve("limit-" + mode + ".db").toString());
    return Server.start(
        command,
        port,
        java.net.URI.create("http://127.0.0.1:" + port + "/"),
        dir.resolve("limit-" + mode + ".log"));
  }

  /** Whether it is one of the limits. */
  boolean isLimit() {
    return repeats;
  }

  /** Load without looking. */
  void warm(Replay.Plan plan) throws IOException {
    send(plan);
  }

  /** Load in a closed loop, kept as one slice. */
  void measure(Replay.Plan plan) throws IOException {
    double cpu = Machine.cpuSeconds(server.pid());
    double busy = Machine.busySeconds(0);
    long start = System.nanoTime();
    var timings = send(plan);
    double seconds = (System.nanoTime() - start) / 1e9;
    double used = Machine.cpuSeconds(server.pid()) - cpu;
    double others = Math.max(0, Machine.busySeconds(0) - busy - used) / seconds;
    var slice =
        new Slice(
            timings.perSecond(),
            used * 1e6 / timings.answered(),
            timings.millis(0.5),
            timings.millis(0.99),
            others);
    slices.add(slice);
    System.err.printf(
        Locale.ROOT,
        "%s: %.0f/s, %.1f µs of CPU, p99 %.1f ms, others took %.0f %% of the core%n",
        name,
        slice.perSecond(),
        slice.cpuMicros(),
        slice.p99(),
        100 * others);
  }

  /** Load at half of the top rate, in an open loop. */
  void measureHalf(java.time.Duration time) throws IOException {
    p99AtHalf = send(Replay.Plan.open(perSecond() / 2, time)).millis(0.99);
  }

  private Timings send(Replay.Plan plan) throws IOException {
    if (repeats && requests.done()) {
      requests.again();
    }
    var timings = Replay.run(server.port(), requests, plan);
    if (!timings.clean()) {
      throw new IOException(name + " answered " + timings.faults());
    }
    return timings;
  }

  /** Whether there is nothing more to send to it. */
  boolean exhausted() {
    return requests.done() && !repeats;
  }

  double perSecond() {
    return Figures.median(slices.stream().map(Slice::perSecond).toList());
  }

  double cpuMicros() {
    return Figures.median(slices.stream().map(Slice::cpuMicros).toList());
  }

  /** The median, over the slices, of this one's CPU to the other's of the same round. */
  double ratio(Contender other) {
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < Math.min(slices.size(), other.slices.size()); i++) {
      ratios.add(slices.get(i).cpuMicros() / other.slices.get(i).cpuMicros());
    }
    return Figures.median(ratios);
  }

  /** Its line of the table. */
  String row(Contender base) throws IOException {
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f | %.1f | %.2f | %.2f | %.1f | %.1f | %.0f | %.1f | %.0f |",
        name,
        perSecond(),
        cpuMicros(),
        ratio(base),
        Figures.median(slices.stream().map(Slice::p50).toList()),
        Figures.median(slices.stream().map(Slice::p99).toList()),
        p99AtHalf,
        Machine.residentMegabytes(server.pid()),
        server.readySeconds(),
        100 * Figures.median(slices.stream().map(Slice::others).toList()));
  }
}
