package org.lanshao.program;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lanshao.Ports;

/** A PostgreSQL server as processes of its own, which can be killed and started again. */
final class Postgres implements AutoCloseable {
  private final Path data;
  private final int port = Ports.free();
  private EmbeddedPostgres server;

  private Postgres(Path data) {
    this.data = data;
    this.server = start();
  }

  /** A fresh cluster in a directory of its own. */
  static Postgres in(Path dir) {
    var data = dir.resolve("pg");
    EmptyCluster.copyTo(data);
    return new Postgres(data);
  }

  private EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(data)
          .setCleanDataDirectory(false)
          .setPort(port)
          // the library turns both off for speed; here it is the disk that is looked at
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("full_page_writes", "on")
          .setServerConfig("max_connections", "100")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where its nodes keep pictures and files. */
  Path shared() {
    return data.resolveSibling("shared");
  }

  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /** Kills all its processes with SIGKILL, the postmaster first. */
  void kill() {
    var postmaster = postmaster();
    var all = postmaster.descendants().toList();
    postmaster.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    postmaster.onExit().join();
    all.forEach(process -> process.onExit().join());
  }

  /** Starts it again on what is on the disk. */
  void restart() {
    try {
      server.close();
    } catch (IOException alreadyGone) {
      // it was killed: there is nothing to stop
    }
    server = start();
  }

  /** Processes of the server that hold connections and write. */
  List<Long> processes() {
    return postmaster().descendants().map(ProcessHandle::pid).toList();
  }

  private ProcessHandle postmaster() {
    try {
      var pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
      return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
