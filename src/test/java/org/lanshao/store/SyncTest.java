package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.turn.Promised;

/** Watches from outside, with strace, that commits reach the disk. Skipped where it is missing. */
class SyncTest {
  private static final int TURNS = 25;

  @Test
  void everyCommitIsSyncedToTheDisk(@TempDir Path directory) throws Exception {
    assumeTrue(hasStrace(), "strace is not installed: nobody can watch the disk here");
    long without = syncs(directory.resolve("none"), 0);
    long with = syncs(directory.resolve("some"), TURNS);

    assertThat(with - without).isGreaterThanOrEqualTo(TURNS);
  }

  private static boolean hasStrace() {
    return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
        .anyMatch(p -> Files.isExecutable(Path.of(p, "strace")));
  }

  private static long syncs(Path directory, int turns) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    var trace = directory.resolve("trace");
    var process =
        new ProcessBuilder(
                "strace",
                "-f",
                "--seccomp-bpf", // other calls go on without being stopped
                "-qq",
                "-e",
                "trace=fsync,fdatasync",
                "-o",
                trace.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Commits.class.getName(),
                directory.toString(),
                String.valueOf(turns))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("out").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(directory.resolve("out"))).isZero();
    try (var lines = Files.lines(trace)) {
      return lines.filter(l -> l.contains("sync(")).count();
    }
  }

  /** A process that commits turns one after the other. */
  static final class Commits {
    private Commits() {}

    /**
     * @param args a directory, how many turns
     */
    public static void main(String[] args) throws Exception {
      var directory = Path.of(args[0]);
      var url = "jdbc:sqlite:" + directory.resolve("lanshao.db");
      var settings = new StoreSettings(url, "", "", directory, Optional.empty());
      try (var database = new TestDatabase(settings)) {
        var store = database.open();
        for (int i = 1; i <= Integer.parseInt(args[1]); i++) {
          Promised.kept(store.commit(Samples.plain("chen", i, "m" + i)));
        }
      }
    }
  }
}
