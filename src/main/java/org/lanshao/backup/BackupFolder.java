package org.lanshao.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lanshao.store.Disk;

/**
 * The folder in which backups lie, one folder each. A backup is made under a name with {@code
 * .part} and gets its own once it is whole, so what has a name is whole. One process works on the
 * folder at a time.
 */
final class BackupFolder implements AutoCloseable {
  private static final String PART = ".part";
  private static final Pattern NAME = Pattern.compile("lanshao-\\d{8}-\\d{6}");
  private static final Pattern HALF = Pattern.compile(NAME + "\\" + PART);

  private final Path folder;
  private final FileChannel lock;
  private final DateTimeFormatter names;

  private BackupFolder(Path folder, FileChannel lock, ZoneId zone) {
    this.folder = folder;
    this.lock = lock;
    this.names = DateTimeFormatter.ofPattern("'lanshao-'yyyyMMdd-HHmmss").withZone(zone);
  }

  /**
   * Opens the folder, which is made if it is missing, and clears away what broken runs left.
   *
   * @throws BadBackup when another backup is being made there
   */
  static BackupFolder open(Path folder, ZoneId zone) throws IOException, BadBackup {
    Disk.folder(folder);
    var lock =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(lock)) {
      lock.close();
      throw new BadBackup("busy", "正在往 " + folder + " 备份，等它做完再来。");
    }
    var opened = new BackupFolder(folder, lock, zone);
    for (Path half : opened.named(HALF)) {
      Disk.delete(half);
    }
    return opened;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException inThisProcess) {
      return false;
    }
  }

  /** The place to make a backup of this moment in. */
  Path begin(Instant now) throws IOException, BadBackup {
    var name = names.format(now);
    if (Files.exists(folder.resolve(name))) {
      throw new BadBackup("again", "这一秒已经备份过：" + folder.resolve(name));
    }
    return Disk.folder(folder.resolve(name + PART));
  }

  /** What was begun is whole: gives it its name. */
  Path finish(Path begun) throws IOException {
    var name = begun.getFileName().toString();
    var place = folder.resolve(name.substring(0, name.length() - PART.length()));
    Disk.force(begun);
    Files.move(begun, place, StandardCopyOption.ATOMIC_MOVE);
    Disk.force(folder);
    return place;
  }

  /** Whole backups, the newest first. */
  List<Path> whole() throws IOException {
    return named(NAME).reversed();
  }

  /** The newest backup; empty when there is none. */
  Optional<Path> newest() throws IOException {
    return whole().stream().findFirst();
  }

  /**
   * Deletes all but so many of the newest; how many it deleted. Half deleted ones are no backups.
   */
  int keep(int most) throws IOException {
    var old = whole().stream().skip(most).toList();
    for (Path one : old) {
      Path half = one.resolveSibling(one.getFileName() + PART);
      Files.move(one, half, StandardCopyOption.ATOMIC_MOVE);
      Disk.delete(half);
    }
    return old.size();
  }

  private List<Path> named(Pattern pattern) throws IOException {
    try (var all = Files.list(folder)) {
      return all.filter(one -> pattern.matcher(one.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
