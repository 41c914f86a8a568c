package org.lanshao.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whoever runs commands beside the server of an installation. */
record Operator(Installation installation) {
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

  /** Runs a command to its end. */
  Ended run(String command, String... arguments) {
    return end(begin(List.of(), command, arguments));
  }

  /** Runs a command to its end, behind another one such as a shell with limits. */
  Ended run(List<String> behind, String command, String... arguments) {
    return end(begin(behind, command, arguments));
  }

  /** Begins a command. */
  Process begin(List<String> behind, String command, String... arguments) {
    var words = new ArrayList<>(List.of(command, "--config", installation.settingsFile() + ""));
    words.addAll(List.of(arguments));
    var line = new ArrayList<>(behind);
    line.addAll(Program.command(words.toArray(String[]::new)));
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
