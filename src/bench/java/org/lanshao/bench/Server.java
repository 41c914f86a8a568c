package org.lanshao.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server as a process of its own on core 0. */
record Server(Process process, int port, double readySeconds) implements AutoCloseable {
  /** The same for every server: enough for the real one, little enough to see what it needs. */
  static final List<String> JVM =
      List.of(
          "-Xmx112m",
          "-XX:+UseSerialGC",
          "-XX:TrimNativeHeapInterval=60000",
          "-XX:CompileThresholdScaling=4",
          "--enable-native-access=ALL-UNNAMED");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * Starts one.
   *
   * @param java what follows {@code java} and its settings on the command line
   * @param ready answers 200 once it can take requests
   * @param log takes what it prints
   */
  static Server start(List<String> java, int port, URI ready, Path log)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("taskset", "-c", "0", javaBinary()));
    command.addAll(JVM);
    command.addAll(java);
    long start = System.nanoTime();
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("MALLOC_ARENA_MAX", "2"); // as deploy/lanshao.service has it
    var process = builder.start();
    while (!answers(ready)) {
      boolean tooLate = System.nanoTime() - start > PATIENCE.toNanos();
      if (!process.isAlive() || tooLate) {
        process.destroyForcibly();
        throw new IOException("a server did not become ready; see " + log);
      }
      Thread.sleep(5);
    }
    return new Server(process, port, (System.nanoTime() - start) / 1e9);
  }

  private static String javaBinary() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static boolean answers(URI uri) {
    try {
      var connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setReadTimeout(2000);
      return connection.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  long pid() {
    return process.pid();
  }

  /** Ends it as an operator would. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
