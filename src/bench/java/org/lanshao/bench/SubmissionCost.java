package org.lanshao.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a submission costs beside a plain turn. All workers say their first seven messages, then all
 * of them submit; the CPU of each block is read after a pause in which the server folds its counts,
 * and what it uses when idle is taken off.
 */
final class SubmissionCost {
  private static final long PAUSE_MILLIS = 3000;

  private final Server server;
  private final Requests.Cursor requests;
  private final List<Double> plain = new ArrayList<>();
  private final List<Double> submission = new ArrayList<>();
  private final double idlePerSecond;

  SubmissionCost(Server server, Requests requests) throws IOException, InterruptedException {
    this.server = server;
    this.requests = requests.cursor();
    double before = Machine.cpuSeconds(server.pid());
    Thread.sleep(2 * PAUSE_MILLIS);
    idlePerSecond = (Machine.cpuSeconds(server.pid()) - before) / (2 * PAUSE_MILLIS / 1000.0);
  }

  /** One visit of every worker. */
  void measure() throws IOException, InterruptedException {
    plain.add(block(Installation.WORKERS * (Visit.MESSAGES - 1)));
    submission.add(block(Installation.WORKERS));
  }

  boolean exhausted() {
    return requests.done();
  }

  private double block(int messages) throws IOException, InterruptedException {
    long start = System.nanoTime();
    double before = Machine.cpuSeconds(server.pid());
    var timings = Replay.run(server.port(), requests, Replay.Plan.count(32, messages));
    Thread.sleep(PAUSE_MILLIS);
    if (!timings.clean()) {
      throw new IOException("answered " + timings.faults());
    }
    double idle = idlePerSecond * (System.nanoTime() - start) / 1e9;
    return (Machine.cpuSeconds(server.pid()) - before - idle) * 1e6 / messages;
  }

  /** One sentence. */
  String describe() {
    double each = Figures.median(plain);
    double submitted = Figures.median(submission);
    return String.format(
        Locale.ROOT,
        "A plain turn costs %.1f µs of CPU, a submission with the folding of its counts %.1f µs:"
            + " %.2f plain turns.",
        each,
        submitted,
        submitted / each);
  }
}
