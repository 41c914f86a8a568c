package org.lanshao.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.lanshao.Effort;
import org.lanshao.app.Within;

/** Whoever runs commands beside the server of an installation. */
record Operator(Installation installation) {
  private static final Set<String> RAN = ConcurrentHashMap.newKeySet();

  /** How a command ended and what it printed. */
  record Ended(int exit, String text) {}

  /** A command that ended well; what it printed. */
  String done(String command, String... arguments) {
    var ended = run(command, arguments);
    if (ended.exit() != 0) {
      throw new AssertionError(command + " ended with " + ended);
    }
    return ended.text();
  }

  /**
   * Runs a command to its end: as a process of its own, or, where not all is done, only the first
   * time so, and then within this one, for which Java need not be started again.
   */
  Ended run(String command, String... arguments) {
    return Effort.isWhole() || RAN.add(command)
        ? end(begin(List.of(), command, arguments))
        : within(words(command, arguments));
  }

  private static Ended within(String[] words) {
    var printed = new StringWriter();
    int exit = Within.run(new PrintWriter(printed, true), words);
    return new Ended(exit, printed.toString());
  }

  private String[] words(String command, String... arguments) {
    var words = Stream.of(command, "--config", installation.settingsFile().toString());
    return Stream.concat(words, Stream.of(arguments)).toArray(String[]::new);
  }

  /** Runs a command to its end, behind another one such as a shell with limits. */
  Ended run(List<String> behind, String command, String... arguments) {
    return end(begin(behind, command, arguments));
  }

  /** Begins a command. */
  Process begin(List<String> behind, String command, String... arguments) {
    var line = new ArrayList<>(behind);
    line.addAll(Program.command(words(command, arguments)));
    try {
      var builder = new ProcessBuilder(line).redirectErrorStream(true);
      builder.environment().put("JDK_JAVA_OPTIONS", Program.own());
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Ended end(Process process) {
    try {
      var text = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Ended(process.waitFor(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Backs up into a folder; the new backup. */
  Path backUp(Path folder) {
    done("backup", "--to", folder.toString());
    return backups(folder).getLast();
  }

  /** Whole backups in a folder, the oldest first. */
  static List<Path> backups(Path folder) {
    try (var all = Files.list(folder)) {
      return all.filter(b -> b.getFileName().toString().matches("lanshao-\\d+-\\d+"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
