package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of {@code deploy/} that makes the cache for quick starts. */
class AotCacheIT {
  /** The first that makes a cache in one step (JEP 514). */
  private static final int FIRST_JAVA = 25;

  @Test
  void theProgramStartsFromTheCacheThatWasMade(@TempDir Path dir) throws Exception {
    assumeTrue(Runtime.version().feature() >= FIRST_JAVA, "this Java makes no such cache");
    var cache = dir.resolve("lanshao.aot");

    assertThat(make(cache, Path.of(""))).isZero();

    // Does not start at all where the cache does not fit.
    var options = "JDK_JAVA_OPTIONS=-XX:AOTMode=on -XX:AOTCache=" + cache;
    try (var program =
        Program.start(Installation.onSqlite(dir).withAllConversations(), List.of("env", options))) {
      assertThat(program.ready()).isTrue();
    }
  }

  @Test
  void whatDoesNotStartLeavesNoCache(@TempDir Path dir) throws Exception {
    var cache = dir.resolve("lanshao.aot");

    // No conversations are there.
    assertThat(make(cache, dir)).isNotZero();

    assertThat(cache).doesNotExist();
  }

  private static int make(Path cache, Path in) throws IOException, InterruptedException {
    var script = Path.of("deploy/aot-cache.sh").toAbsolutePath().toString();
    var jar = Path.of(Program.jar()).toAbsolutePath().toString();
    var builder = new ProcessBuilder("sh", script, jar, cache.toString());
    builder.directory(in.toAbsolutePath().toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    var process = builder.start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
      return process.exitValue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
