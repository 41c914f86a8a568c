package org.lanshao.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Watches processes, by strace, for the calls that put data on the disk. */
final class Syncs implements AutoCloseable {
  private final Process strace;
  private final Path seen;

  private Syncs(Process strace, Path seen) {
    this.strace = strace;
    this.seen = seen;
  }

  /** Whether this machine lets us watch: strace is there and may attach to other processes. */
  static boolean possible() throws IOException, InterruptedException {
    if (!Shell.has("strace")) {
      return false;
    }
    var other = new ProcessBuilder("sleep", "30").start();
    var seen = Files.createTempFile("syncs", ".txt");
    try (var syncs = of(seen, List.of(other.pid()))) {
      return syncs.strace.isAlive();
    } finally {
      other.destroyForcibly();
      Files.delete(seen);
    }
  }

  /** Begins to watch; {@code seen} takes one line for each call. */
  static Syncs of(Path seen, List<Long> pids) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of("strace", "-f", "-e", "trace=fsync,fdatasync", "-o", seen.toString()));
    for (var pid : pids) {
      command.add("-p");
      command.add(pid.toString());
    }
    var strace = new ProcessBuilder(command).redirectErrorStream(true).start();
    strace.waitFor(1, TimeUnit.SECONDS);
    return new Syncs(strace, seen);
  }

  /** How many calls were seen so far. */
  long count() throws IOException {
    try (var lines = Files.lines(seen)) {
      return lines.filter(line -> line.matches(".*\\bf(data)?sync\\(.*")).count();
    }
  }

  @Override
  public void close() {
    // SIGTERM makes strace let go of what it watches
    strace.destroy();
    strace.onExit().join();
  }
}
