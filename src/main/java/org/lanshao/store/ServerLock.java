package org.lanshao.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Held by whoever is the one user of an embedded database: a server, a move, a restore. The system
 * lets it go when its process ends, however that ends. Several nodes may share a PostgreSQL, which
 * needs none.
 */
public final class ServerLock implements AutoCloseable {
  private final Optional<FileChannel> channel;

  private ServerLock(Optional<FileChannel> channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock; empty when another process has it.
   *
   * @throws IOException when its file cannot be written
   */
  public static Optional<ServerLock> take(StoreSettings settings) throws IOException {
    return switch (Dialect.of(settings)) {
      case Postgres postgres -> Optional.of(new ServerLock(Optional.empty()));
      case Sqlite sqlite -> take(sqlite);
    };
  }

  private static Optional<ServerLock> take(Sqlite sqlite) throws IOException {
    Files.createDirectories(sqlite.folder());
    return lock(sqlite.folder().resolve(sqlite.file().getFileName() + ".lock"))
        .map(channel -> new ServerLock(Optional.of(channel)));
  }

  /** A locked file, which is made if it is missing; empty when another process has it. */
  private static Optional<FileChannel> lock(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (locked(channel) == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(channel);
  }

  private static @Nullable FileLock locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException inThisProcess) {
      return null;
    }
  }

  @Override
  public void close() {
    channel.ifPresent(
        open -> {
          try {
            open.close();
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }
}
