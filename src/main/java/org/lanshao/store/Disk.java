package org.lanshao.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Durable files for their owner alone. Where a file system knows no owners, as on Windows, the
 * rights of the folder around them hold.
 */
public final class Disk {
  private Disk() {}

  /** Makes a folder and those around it where they are missing; returns it. */
  public static Path folder(Path folder) throws IOException {
    return Files.createDirectories(folder, ownerOnly("rwx------"));
  }

  /** The folder of a file, made if it is missing. */
  public static Path folderOf(Path file) throws IOException {
    return folder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
  }

  /**
   * Makes a folder that is not there yet, in one that is.
   *
   * @throws FileAlreadyExistsException when something is there
   */
  public static void newFolder(Path folder) throws IOException {
    Files.createDirectory(folder, ownerOnly("rwx------"));
  }

  /**
   * Writes a new file; its bytes are on the disk when this returns, its name once its folder is
   * {@linkplain #force forced}.
   *
   * @throws FileAlreadyExistsException when something is there
   */
  public static void write(Path file, byte[] bytes) throws IOException {
    var create = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(file, create, ownerOnly("rw-------"))) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** Copies a file over whatever is there; its bytes are on the disk when this returns. */
  public static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    try (var channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Makes the names in a folder durable. */
  public static void force(Path folder) throws IOException {
    if (isPosix()) {
      try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** Deletes a folder with all that is in it, if it is there. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (var walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : all) {
      Files.delete(one);
    }
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
