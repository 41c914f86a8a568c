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

/** The option that names the settings file, and what commands read by it. */
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

  /** Whether it was written. */
  boolean isGiven() {
    return config != null;
  }

  /** The settings and all files that they name; empty, with all mistakes printed, as before. */
  Optional<AllRead> readAll(PrintWriter err) {
    return AllRead.read(Optional.ofNullable(config), err);
  }

  /** The same, the mistakes kept; empty when the files cannot be used. */
  Optional<AllRead> readAll(Mistakes mistakes) {
    return AllRead.read(Optional.ofNullable(config), mistakes);
  }

  /** Attempts what needs the database; its exit code or, with all that is wrong printed, 1. */
  int attemptOnStore(AllRead.OnStore<Integer> work, PrintWriter err) {
    return readAll(err).flatMap(read -> read.attempt(work, err)).orElse(1);
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
