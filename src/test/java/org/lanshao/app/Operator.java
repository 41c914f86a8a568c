package org.lanshao.app;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanshao.store.Store;
import org.lanshao.store.StoreLimits;
import org.lanshao.store.StoreSettings;
import org.lanshao.turn.Unavailable;

/** Whoever runs commands beside a server: a folder with settings, and an embedded database. */
final class Operator {
  static final Instant NOW = Instant.parse("2022-05-10T01:30:00Z");
  static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  private final StringWriter out = new StringWriter();
  private final Path dir;
  private final String url;
  private final Path config;

  /** With an embedded database in this folder, beside the settings. */
  Operator(Path dir) {
    this(dir, "jdbc:sqlite:" + dir.resolve("lanshao.db"));
  }

  /** Writes the settings into this folder. */
  Operator(Path dir, String url) {
    this.dir = dir;
    this.url = url;
    this.config = dir.resolve("lanshao.yaml");
    settings("data: {dir: \"%s\", key: \"%s\"}".formatted(dir, KEY));
  }

  /** Other settings on the same database. */
  void settings(String data) {
    write("lanshao.yaml", "store: {url: \"%s\"}".formatted(url), data);
  }

  /** The database, as a server opens it. */
  Store open() throws Unavailable {
    return Store.open(
        new StoreSettings(url, "", "", dir, Optional.of(KEY)),
        new Store.Surroundings(
            Clock.fixed(NOW, ZoneOffset.UTC),
            new SimpleMeterRegistry(),
            area -> List.of(),
            StoreLimits.USUAL));
  }

  /** A file in the folder. */
  Path write(String file, String... lines) {
    try {
      return Files.writeString(dir.resolve(file), String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command with these settings; returns what it ends with. */
  int run(String... words) {
    var arguments = new ArrayList<>(List.of(words));
    arguments.addAll(1, List.of("--config", config.toString()));
    return Within.run(new PrintWriter(out, true), arguments.toArray(String[]::new));
  }

  /** What was printed so far is not looked at any more. */
  void forget() {
    out.getBuffer().setLength(0);
  }

  /** All that commands have printed. */
  String out() {
    return out.toString();
  }
}
