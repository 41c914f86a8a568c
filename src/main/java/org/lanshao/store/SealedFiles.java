package org.lanshao.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lanshao.turn.ErasableFiles;

/**
 * Bytes as sealed files {@code ab/abcd…}, named by a keyed hash of what is in them. A file is
 * written beside its place, forced to the disk, read back and moved there at once, so that whatever
 * stands under a hash is whole. Many threads and nodes may keep the same bytes at the same time.
 */
final class SealedFiles implements ErasableFiles {
  private static final String PURPOSE = "media.file";

  private final Path folder;
  private final Seal seal;

  SealedFiles(Path folder, Seal seal) {
    this.folder = folder;
    this.seal = seal;
  }

  @Override
  public String keep(byte[] bytes) throws IOException {
    String hash = hash(bytes);
    if (isWhole(hash)) {
      Files.setLastModifiedTime(place(hash), FileTime.from(Instant.now()));
    } else {
      write(hash, bytes);
    }
    return hash;
  }

  /** The name of a file of before, once it is sealed with this key. */
  static String onto(Seal seal, String hash) {
    return HexFormat.of().formatHex(seal.onto(PURPOSE, HexFormat.of().parseHex(hash)));
  }

  /** The names of all files. */
  Set<String> all() throws IOException {
    if (!Files.exists(folder)) {
      return Set.of();
    }
    try (var files = Files.walk(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[0-9a-f]{64}"))
          .collect(Collectors.toSet());
    }
  }

  /**
   * Whether a file was sealed with this key, by its first bytes.
   *
   * @throws IOException when the disk does not give them
   */
  boolean isOwn(String hash) throws IOException {
    try (var in = Files.newInputStream(place(hash))) {
      return seal.isOwn(in.readNBytes(5));
    }
  }

  private String hash(byte[] bytes) {
    return HexFormat.of().formatHex(seal.hash(PURPOSE, bytes));
  }

  /** Whether it is there; a damaged one is written anew. */
  private boolean isWhole(String hash) {
    try {
      return read(hash).isPresent();
    } catch (IOException damaged) {
      return false;
    }
  }

  private void write(String hash, byte[] bytes) throws IOException {
    Path place = place(hash);
    Path shelf = shelf(hash);
    Path among = shelf.resolve(hash + "." + UUID.randomUUID() + ".part");
    Disk.folder(shelf);
    try {
      Disk.write(among, seal.seal(PURPOSE, hash, bytes));
      if (!Arrays.equals(open(among, hash), bytes)) {
        throw new IOException("the disk gives back other bytes than it took");
      }
      Files.move(among, place, ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(among);
    }
    Disk.force(shelf);
    Disk.force(folder);
  }

  @Override
  public Optional<byte[]> read(String hash) throws IOException {
    try {
      return Optional.of(open(place(hash), hash));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  @Override
  public boolean delete(String hash, Instant before) throws IOException {
    try {
      if (!Files.getLastModifiedTime(place(hash)).toInstant().isBefore(before)) {
        return false;
      }
      Files.delete(place(hash));
      Disk.force(shelf(hash));
    } catch (NoSuchFileException gone) {
      // Somebody else deleted it: it is gone, as it should be.
    }
    return true;
  }

  @Override
  public void deleteAll(Instant before) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
            Files.deleteIfExists(file);
          }
        }
      }
    }
  }

  private byte[] open(Path file, String hash) throws IOException {
    byte[] sealed = Files.readAllBytes(file);
    try {
      byte[] bytes = seal.openBytes(PURPOSE, hash, sealed);
      if (!hash(bytes).equals(hash)) {
        throw new IOException("not the bytes of its name: " + hash);
      }
      return bytes;
    } catch (IllegalStateException changed) {
      throw new IOException("damaged, or sealed with another key: " + hash, changed);
    }
  }

  private Path place(String hash) {
    if (!hash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("no hash");
    }
    return shelf(hash).resolve(hash);
  }

  private Path shelf(String hash) {
    return folder.resolve(hash.substring(0, 2));
  }
}
