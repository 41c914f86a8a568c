package org.lanshao.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import org.lanshao.store.DataKey;
import org.lanshao.store.Disk;
import org.lanshao.store.Snapshots;
import org.lanshao.store.StoreSettings;
import org.lanshao.turn.Unavailable;

/**
 * Puts a backup into an empty place, after looking through all of it: signature, hashes, rows.
 * Sending is held in what it restores. The media come first and the database last, so that a
 * restore that breaks off leaves no database, and can simply be run again.
 *
 * @param settings where to
 */
public record Restore(StoreSettings settings) {
  /**
   * A backup that was found good.
   *
   * @param manifest what it says of itself
   * @param media how many files of media belong to it
   */
  public record Checked(Path place, Manifest manifest, int media) {}

  /**
   * Looks through a backup and changes nothing.
   *
   * @throws BadBackup when it is not one, not whole, was changed, or needs another key or version
   */
  public Checked check(Path place) throws BadBackup, IOException {
    var manifest = manifest(place);
    var files = files(place, manifest);
    for (var file : files.pathToHash().entrySet()) {
      if (!hash(place.resolve(file.getKey())).equals(file.getValue())) {
        throw changed(file.getKey());
      }
    }
    if (manifest.database().schema() > Snapshots.newestSchema()) {
      throw new BadBackup("newer", "这个备份是更新的版本 " + manifest.version() + " 做的，请用那个版本恢复。");
    }
    if (!Snapshots.look(place.resolve(FileList.DATABASE)).equals(manifest.database())) {
      throw changed(FileList.DATABASE);
    }
    return new Checked(place, manifest, files.pathToHash().size() - 1);
  }

  private Manifest manifest(Path place) throws BadBackup, IOException {
    if (place.getFileName().toString().endsWith(".part") || !Files.isDirectory(place)) {
      throw new BadBackup("half", place + " 不是做完的备份。选一个名字像 lanshao-20220510-033000 的文件夹。");
    }
    var json = text(place.resolve(Backup.MANIFEST));
    var manifest = Manifest.read(json).orElseThrow(() -> changed(Backup.MANIFEST));
    var key = DataKey.of(settings);
    if (!manifest.database().fingerprint().equals(key.fingerprint())) {
      throw new BadBackup("key", "data.key 不是这个备份的密钥。用备份时的密钥；没有它，备份谁也读不了。");
    }
    var signature = key.sign(json.getBytes(UTF_8)).getBytes(UTF_8);
    var written = text(place.resolve(Backup.SIGNATURE)).strip().getBytes(UTF_8);
    if (!MessageDigest.isEqual(signature, written)) {
      throw changed(Backup.MANIFEST);
    }
    return manifest;
  }

  private static FileList files(Path place, Manifest manifest) throws BadBackup, IOException {
    var text = text(place.resolve(Backup.FILES));
    if (!FileList.hash(text).equals(manifest.files())) {
      throw changed(Backup.FILES);
    }
    return FileList.read(text).orElseThrow(() -> changed(Backup.FILES));
  }

  private static String text(Path file) throws BadBackup, IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException missing) {
      throw changed(file.getFileName().toString());
    }
  }

  private static String hash(Path file) throws IOException {
    return Files.isRegularFile(file) ? FileList.hash(file) : "";
  }

  private static BadBackup changed(String file) {
    return new BadBackup("changed", "备份里的 " + file + " 缺了或者被改过，不能恢复。换一个备份。");
  }

  /**
   * Puts it in place.
   *
   * @throws BadBackup when something is there already
   * @throws Unavailable when the database cannot be written
   */
  public void put(Checked backup, Instant now) throws BadBackup, Unavailable, IOException {
    var snapshots = new Snapshots(settings);
    if (!snapshots.isEmpty()) {
      throw new BadBackup("not_empty", settings.place() + " 已经有数据库，恢复只放到空的地方。先把原来的移走。");
    }
    var files = files(backup.place(), backup.manifest());
    refuseOthers(files);
    for (String path : files.pathToHash().keySet()) {
      if (!path.equals(FileList.DATABASE)) {
        bring(backup.place().resolve(path), target(path));
      }
    }
    snapshots.put(backup.place().resolve(FileList.DATABASE), now);
  }

  private Path target(String path) {
    return settings.mediaDir().resolve(path.substring(FileList.MEDIA.length() + 1));
  }

  private static void bring(Path from, Path to) throws IOException {
    Path shelf = Disk.folderOf(to);
    Disk.copy(from, to);
    Disk.force(shelf);
  }

  /** Files that the backup does not hold belong to something else. */
  private void refuseOthers(FileList files) throws BadBackup, IOException {
    Path media = settings.mediaDir();
    if (!Files.isDirectory(media)) {
      return;
    }
    try (var all = Files.walk(media)) {
      var other =
          all.filter(Files::isRegularFile)
              .map(
                  file ->
                      FileList.MEDIA + "/" + media.relativize(file).toString().replace('\\', '/'))
              .filter(path -> !files.pathToHash().containsKey(path))
              .findFirst();
      if (other.isPresent()) {
        throw new BadBackup("not_empty", media + " 里有别的文件，恢复只放到空的地方。先把它们移走。");
      }
    }
  }
}
