package org.lanshao.app;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import org.lanshao.backup.BadBackup;
import org.lanshao.directory.Area;
import org.lanshao.form.Mistakes;
import org.lanshao.store.Store;
import org.lanshao.store.StoreLimits;
import org.lanshao.turn.Unavailable;

/** The settings and all else that people write, read for a command. */
record AllRead(Settings settings, Written written) {
  /**
   * Reads them.
   *
   * @param config the settings file; empty for the usual one
   * @return empty, with all mistakes printed, when something is wrong
   */
  static Optional<AllRead> read(Optional<Path> config, PrintWriter err) {
    var mistakes = new Mistakes();
    var read = read(config, mistakes);
    mistakes.sorted().forEach(err::println);
    return mistakes.isEmpty() ? read : Optional.empty();
  }

  /** The same, the mistakes kept; empty when the files cannot be used. */
  static Optional<AllRead> read(Optional<Path> config, Mistakes mistakes) {
    var settings = SettingsFile.read(config, System.getenv(), mistakes);
    return Written.read(settings.files(), settings.outside(System.getenv()), mistakes)
        .map(written -> new AllRead(settings, written));
  }

  /** Work that needs the database. */
  interface OnStore<T> {
    T with(Store store, AllRead read) throws Unavailable, IOException, BadBackup;
  }

  /** Attempts it; what it gave or, with what was in its way printed, empty. */
  <T> Optional<T> attempt(OnStore<T> work, PrintWriter err) {
    var done = new ArrayList<T>(1);
    Attempt.at(
        () -> {
          try (var store = open()) {
            done.add(work.with(store, this));
          }
        },
        err);
    return done.stream().findFirst();
  }

  /** The clock of the machine, in the zone of the settings. */
  Clock clock() {
    return Clock.system(settings.time().zone());
  }

  /** Opens the database of the settings, for whoever files nothing. */
  Store open() throws Unavailable {
    return Store.open(
        settings.store(),
        new Store.Surroundings(
            clock(),
            new SimpleMeterRegistry(),
            area -> written.directory().path(area).stream().map(Area::code).toList(),
            StoreLimits.COMMAND));
  }
}
