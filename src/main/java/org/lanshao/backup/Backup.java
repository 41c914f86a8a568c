package org.lanshao.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.lanshao.store.DataKey;
import org.lanshao.store.Disk;
import org.lanshao.store.Snapshots;
import org.lanshao.store.StoreSettings;
import org.lanshao.turn.Unavailable;

/**
 * Makes a backup beside a running server: {@code lanshao.db}, all rows as they stood at one moment
 * as an SQLite file, whatever database they come from; {@code media/}, the sealed files as they
 * are; {@code files.sha256} and {@code manifest.json}, which tell what belongs to it, and {@code
 * manifest.sign}, which only the key could make. The key is never in it.
 *
 * @param version of the program
 * @param clock tells the time, in the zone by which backups are named
 */
public record Backup(StoreSettings settings, String version, Clock clock) {
  static final String MANIFEST = "manifest.json";
  static final String FILES = "files.sha256";
  static final String SIGNATURE = "manifest.sign";

  /**
   * A backup that was made.
   *
   * @param place where it lies
   * @param rows in its database
   * @param media files of media
   * @param pruned how many older ones were deleted
   */
  public record Made(Path place, long rows, int media, int pruned) {}

  /**
   * Makes one.
   *
   * @param folder where backups lie
   * @param keep how many are kept; older ones are deleted once the new one is whole
   * @throws Unavailable when the database cannot be read
   * @throws IOException when the disk does not take it
   * @throws BadBackup when there is nothing to back up, with this key, or another backup runs
   */
  public Made make(Path folder, int keep) throws Unavailable, IOException, BadBackup {
    var key = DataKey.of(settings);
    var snapshots = new Snapshots(settings);
    if (snapshots.isEmpty()) {
      throw new BadBackup("no_database", "没有可以备份的数据库。检查设置里的 store.url。");
    }
    try (var backups = BackupFolder.open(folder, clock.getZone())) {
      Optional<Path> before = backups.newest();
      Path begun = backups.begin(clock.instant());
      var taken = snapshots.take(begun.resolve(FileList.DATABASE));
      if (!taken.fingerprint().equals(key.fingerprint())) {
        throw new BadBackup("key", "data.key 与这个数据库不符，没有备份。用建库时的密钥。");
      }
      var files = files(begun, before);
      write(begun, new Manifest(clock.instant(), version, taken, FileList.hash(files.text())), key);
      Path place = backups.finish(begun);
      int media = files.pathToHash().size() - 1;
      return new Made(place, taken.contents().rows(), media, backups.keep(keep));
    }
  }

  private FileList files(Path begun, Optional<Path> before) throws IOException {
    var hashes = new TreeMap<String, String>();
    hashes.put(FileList.DATABASE, FileList.hash(begun.resolve(FileList.DATABASE)));
    var known = before.isPresent() ? known(before.get()) : new FileList(new TreeMap<>());
    Path to = Disk.folder(begun.resolve(FileList.MEDIA));
    for (Path medium : media()) {
      var path = FileList.MEDIA + "/" + slashed(medium);
      Disk.folderOf(to.resolve(medium));
      hashes.put(path, bring(medium, path, begun, before, known));
    }
    for (Path shelf : shelves(to)) {
      Disk.force(shelf);
    }
    var list = new FileList(hashes);
    Disk.write(begun.resolve(FILES), list.text().getBytes(UTF_8));
    return list;
  }

  /** Links a file that the backup before holds too; they never change. Else copies it. */
  private String bring(Path medium, String path, Path begun, Optional<Path> before, FileList known)
      throws IOException {
    Path source = settings.mediaDir().resolve(medium);
    String hash = FileList.hash(source);
    if (hash.equals(known.pathToHash().get(path))) {
      try {
        Files.createLink(begun.resolve(path), before.orElseThrow().resolve(path));
        return hash;
      } catch (IOException | UnsupportedOperationException noLinks) {
        Files.deleteIfExists(begun.resolve(path));
      }
    }
    Disk.copy(source, begun.resolve(path));
    if (!FileList.hash(begun.resolve(path)).equals(hash)) {
      throw new IOException("the disk gives back other bytes than it took");
    }
    return hash;
  }

  private static FileList known(Path before) throws IOException {
    Path list = before.resolve(FILES);
    var none = new FileList(new TreeMap<>());
    return Files.exists(list) ? FileList.read(Files.readString(list)).orElse(none) : none;
  }

  /** Files of media, within their folder; what is half written is left out. */
  private List<Path> media() throws IOException {
    Path folder = settings.mediaDir();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var all = Files.walk(folder, 2)) {
      return all.map(folder::relativize)
          .filter(file -> FileList.MEDIUM.matcher(slashed(file)).matches())
          .sorted()
          .toList();
    }
  }

  private static List<Path> shelves(Path media) throws IOException {
    try (var all = Files.walk(media, 1)) {
      return all.toList();
    }
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static void write(Path begun, Manifest manifest, DataKey key) throws IOException {
    var json = manifest.json();
    Disk.write(begun.resolve(MANIFEST), json.getBytes(UTF_8));
    Disk.write(begun.resolve(SIGNATURE), (key.sign(json.getBytes(UTF_8)) + "\n").getBytes(UTF_8));
  }
}
