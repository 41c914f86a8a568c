package org.lanshao.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
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
  private static final String PART = ".part";

  private final Path folder;
  private final Seal seal;

  SealedFiles(Path folder, Seal seal) {
    this.folder = folder;
    this.seal = seal;
  }

  @Override
  public String keep(byte[] bytes) throws IOException {
    String hash = hash(bytes);
    if (!isWhole(hash) || !touch(hash)) {
      write(hash, bytes);
    }
    return hash;
  }

  /**
   * Says that it came again; false when somebody has put it aside meanwhile. That is looked for
   * afterwards: a file that was opened for it can be touched when it is gone.
   */
  private boolean touch(String hash) throws IOException {
    try {
      Files.setLastModifiedTime(place(hash), FileTime.from(Instant.now()));
      return Files.exists(place(hash));
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  /** The name of a file of before, once it is sealed with this key. */
  static String onto(Seal seal, String hash) {
    return HexFormat.of().formatHex(seal.onto(PURPOSE, HexFormat.of().parseHex(hash)));
  }

  /** The names of all files. */
  Set<String> all() throws IOException {
    return files().stream()
        .map(file -> file.getFileName().toString())
        .filter(SealedFiles::isHash)
        .collect(Collectors.toSet());
  }

  private static boolean isHash(String name) {
    return name.matches("[0-9a-f]{64}");
  }

  private List<Path> files() throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** Whether a file was not touched since; false for one that is gone. */
  private static boolean isOlder(Path file, Instant before) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(before);
    } catch (NoSuchFileException gone) {
      return false;
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
    Path among = beside(hash);
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

  /**
   * It is put aside first: whoever keeps the same bytes at that moment has touched it before, and
   * then it goes back, or does not find it any more, and writes it anew.
   */
  @Override
  public boolean delete(String hash, Instant before) throws IOException {
    var place = place(hash);
    var aside = beside(hash);
    try {
      if (!Files.getLastModifiedTime(place).toInstant().isBefore(before)) {
        return false;
      }
      Files.move(place, aside, ATOMIC_MOVE);
      if (!isOlder(aside, before)) {
        Files.move(aside, place, ATOMIC_MOVE);
        return false;
      }
      Files.delete(aside);
      Disk.force(shelf(hash));
    } catch (NoSuchFileException gone) {
      // Somebody else deleted it: it is gone, as it should be.
    }
    return true;
  }

  @Override
  public List<String> old(Instant before) throws IOException {
    var old = new ArrayList<String>();
    for (Path file : files()) {
      var name = file.getFileName().toString();
      if (isHash(name) && isOlder(file, before)) {
        old.add(name);
      }
    }
    return old;
  }

  @Override
  public void deleteBroken(Instant before) throws IOException {
    for (Path file : files()) {
      if (file.getFileName().toString().endsWith(PART) && isOlder(file, before)) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public void deleteAll(Instant before) throws IOException {
    for (Path file : files()) {
      if (isOlder(file, before)) {
        Files.deleteIfExists(file);
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
    if (!isHash(hash)) {
      throw new IllegalArgumentException("no hash");
    }
    return shelf(hash).resolve(hash);
  }

  /** A name beside its place that is nobody else's. */
  private Path beside(String hash) {
    return shelf(hash).resolve(hash + "." + UUID.randomUUID() + PART);
  }

  private Path shelf(String hash) {
    return folder.resolve(hash.substring(0, 2));
  }
}
