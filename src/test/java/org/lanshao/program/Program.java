package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.lanshao.Patience;

/** The packaged server as a child process. Closing it ends it and looks through its log. */
final class Program implements AutoCloseable {
  private static final Pattern ERROR = Pattern.compile("\\bERROR\\b");
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(30))
          .build();

  private final Installation installation;
  private final Process process;
  private final Thread reader;
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final List<Pattern> expected = new CopyOnWriteArrayList<>();

  private Program(Installation installation, Process process) {
    this.installation = installation;
    this.process = process;
    this.reader = Thread.ofPlatform().daemon().start(this::read);
  }

  /** Starts it and waits until it is ready. */
  static Program start(Installation installation) {
    return start(installation, List.of());
  }

  /** Starts it behind another command, such as strace, and waits until it is ready. */
  static Program start(Installation installation, List<String> behind) {
    var program = launch(installation, behind);
    program.awaitReady();
    return program;
  }

  /** Starts it without waiting. */
  static Program launch(Installation installation, List<String> behind) {
    var command = new ArrayList<>(behind);
    command.addAll(command("serve", "--config", installation.settingsFile().toString()));
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      // a debugger that looks on keeps Java from making the file, and then Java does not start
      var make = behind.isEmpty() ? "-XX:+AutoCreateSharedArchive " : "";
      builder.environment().put("JDK_JAVA_OPTIONS", make + own());
      return new Program(installation, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The command line that runs the jar with these arguments, by the JDK of the tests. */
  static List<String> command(String... arguments) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // quick to start; what is tested here does not depend on the compiler
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xms128m",
                "-Xmx256m",
                "-jar",
                jar()));
    command.addAll(List.of(arguments));
    return command;
  }

  /**
   * The classes that the first server that ended kept in a file, with which those that start later
   * are quicker (a file of another jar or Java is not used, and made again), and a folder for the
   * native part of SQLite, which killed servers leave behind. Each of the processes that run tests
   * has its own.
   */
  static String own() {
    var folder = Path.of(jar()).resolveSibling("programs" + Integer.getInteger("fork", 1));
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "-XX:SharedArchiveFile=%1$s/classes.jsa -Xlog:cds*=off -Dorg.sqlite.tmpdir=%1$s"
        .formatted(folder.toAbsolutePath());
  }

  /** Where the packaged program is. */
  static String jar() {
    return System.getProperty("lanshao.jar", "target/lanshao.jar");
  }

  private void read() {
    try (BufferedReader lines = process.inputReader()) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        log.add(line);
      }
    } catch (IOException ended) {
      log.add("(end of log: " + ended.getMessage() + ")");
    }
  }

  Installation installation() {
    return installation;
  }

  long pid() {
    return process.pid();
  }

  boolean alive() {
    return process.isAlive();
  }

  /** All lines printed so far. */
  List<String> log() {
    return List.copyOf(log);
  }

  /** Whether it says that it can take messages. */
  boolean ready() {
    try {
      return listens() && get("/health/ready").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Asked many times while it starts, where a request would take much more to fail. */
  private boolean listens() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), installation.managementPort())) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Waits until it is ready. */
  void awaitReady() {
    await("ready", () -> ready() || !alive());
    assertThat(alive()).as("the server is up; its log:\n%s", tail()).isTrue();
  }

  /** Waits until something holds. */
  void await(String what, BooleanSupplier condition) {
    try {
      Patience.until(what, condition);
    } catch (AssertionError inVain) {
      throw new AssertionError(inVain.getMessage() + "; log:\n" + tail(), inVain);
    }
  }

  private String tail() {
    var lines = log();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
  }

  /** What a path of the management port answers. */
  HttpResponse<String> get(String path) throws IOException {
    var uri = URI.create("http://127.0.0.1:" + installation.managementPort() + path);
    var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lines of the log that match are no reason to fail. */
  Program expecting(String regex) {
    expected.add(Pattern.compile(regex));
    return this;
  }

  /** {@code kill -9}. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /**
   * Ends it as an operator does, with SIGTERM.
   *
   * @return the exit code
   */
  int stop() {
    process.destroy();
    return awaitEnd();
  }

  /** Waits until it has ended by itself; the exit code. */
  int awaitEnd() {
    try {
      boolean ended = process.waitFor(Patience.USUAL.toSeconds(), TimeUnit.SECONDS);
      assertThat(ended).as("ended in time; log:\n%s", tail()).isTrue();
      reader.join(5000);
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends it and fails if the log holds an error that nobody expected. */
  @Override
  public void close() {
    try {
      if (alive()) {
        stop();
      }
      assertNoSurprise();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Fails if the log holds an error that nobody expected. */
  void assertNoSurprise() {
    assertThat(log())
        .as("errors in the log")
        .noneMatch(
            line ->
                ERROR.matcher(line).find()
                    && expected.stream().noneMatch(allowed -> allowed.matcher(line).find()));
  }

  static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
