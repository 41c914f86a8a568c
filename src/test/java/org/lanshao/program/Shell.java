package org.lanshao.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Tools of the machine. */
final class Shell {
  private Shell() {}

  /** Whether a tool is there. */
  static boolean has(String tool) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(dir -> Files.isExecutable(Path.of(dir, tool)));
  }

  /** Runs one to its end; what it printed. */
  static String run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(String.join(" ", command) + ": " + printed);
    }
    return printed;
  }

  /** Runs a tool of the JDK of the tests. */
  static String jdk(String tool, String... arguments) throws IOException, InterruptedException {
    var command = new java.util.ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.addAll(Arrays.asList(arguments));
    return run(command.toArray(String[]::new));
  }
}
