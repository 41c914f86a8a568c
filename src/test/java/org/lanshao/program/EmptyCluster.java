package org.lanshao.program;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import org.lanshao.Ports;

/**
 * The files of a PostgreSQL in which nothing happened yet. They are made once in each process that
 * runs tests, which takes seconds, and copied.
 */
final class EmptyCluster {
  private static final Path MADE = make();

  private EmptyCluster() {}

  /** Puts a copy there. */
  static void copyTo(Path directory) {
    try (var files = Files.walk(MADE)) {
      for (var file : files.toList()) {
        var copy = directory.resolve(MADE.relativize(file));
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path make() {
    try {
      var directory = Files.createTempDirectory("cluster");
      EmbeddedPostgres.builder()
          .setDataDirectory(directory)
          .setCleanDataDirectory(false)
          .setPort(Ports.free())
          .start()
          .close();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) {
    try (var files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
