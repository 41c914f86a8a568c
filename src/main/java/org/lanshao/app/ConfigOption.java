package org.lanshao.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lanshao.backup.BadBackup;
import org.lanshao.form.Mistakes;
import org.lanshao.turn.Unavailable;
import picocli.CommandLine.Option;

/**
 * The option that names the settings file, for commands that need nothing else of what is written.
 */
final class ConfigOption {
  @Option(names = "--config", paramLabel = "FILE", description = "设置文件，默认 config/lanshao.yaml。")
  private @Nullable Path config;

  /** The settings; empty, with all mistakes printed, when something is wrong. */
  Optional<Settings> read(PrintWriter err) {
    var mistakes = new Mistakes();
    var settings = SettingsFile.read(Optional.ofNullable(config), System.getenv(), mistakes);
    mistakes.sorted().forEach(err::println);
    return mistakes.isEmpty() ? Optional.of(settings) : Optional.empty();
  }

  /** Work that needs the settings. */
  interface Work {
    void with(Settings settings) throws Unavailable, IOException, BadBackup;
  }

  /** Attempts it; the exit code, 0 or, with all that is wrong printed, 1. */
  int attempt(Work work, PrintWriter err) {
    return read(err)
        .map(settings -> Attempt.at(() -> work.with(settings), err))
        .filter(String::isEmpty)
        .map(done -> 0)
        .orElse(1);
  }
}
