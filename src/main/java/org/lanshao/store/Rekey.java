package org.lanshao.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.lanshao.turn.Unavailable;

/**
 * A change of the key of a database that no server uses: a new key is made beside the old one, all
 * private columns, hashes, pictures and files are sealed and made anew, and at the end the old key
 * opens nothing any more. It can be stopped anywhere; whoever opens it again goes on. For one
 * thread.
 */
public final class Rekey implements AutoCloseable {
  private static final int SLICE = 500;
  private static final String NODE = "rekey";
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final int RENEWED = 100;

  private final Dialect dialect;
  private final Link link;
  private final int slice;
  private final Path dataDir;
  private final Optional<Keys> old;
  private final Keys next;
  private final Optional<Work> work;
  private int steps;

  /** What does the rows, once all files are done. */
  private Optional<Rekeying> rekeying = Optional.empty();

  /** What is left to do, and with what. */
  private record Work(
      Seal before, Seal after, SealedFiles from, SealedFiles into, Deque<String> files) {}

  private Rekey(StoreSettings settings, Dialect dialect, Link link, int slice)
      throws SQLException, IOException {
    this.dialect = dialect;
    this.slice = slice;
    this.link = link;
    this.dataDir = settings.dataDir();
    this.old =
        settings.key().isPresent() ? settings.key().map(Keys::of) : Keys.in(settings.dataDir());
    this.next = Keys.at(newFile(dataDir)).orElseGet(() -> Keys.makeAt(newFile(dataDir)));
    this.work = work(settings.mediaDir());
  }

  /**
   * Opens it; makes the new key's file unless there is one from before.
   *
   * @return empty when a server uses the database
   * @throws KeyMistake when the old key is not that of the database, or the new one not that with
   *     which it was begun
   */
  public static Optional<Rekey> open(StoreSettings settings) throws Unavailable, IOException {
    return open(settings, SLICE);
  }

  /** As before, with so many rows in a piece at most. */
  static Optional<Rekey> open(StoreSettings settings, int slice) throws Unavailable, IOException {
    var dialect = Dialect.of(settings);
    try {
      Migrations.apply(settings, dialect);
      var link = dialect.writing();
      try {
        if (!announce(dialect, link)) {
          link.close();
          return Optional.empty();
        }
        return Optional.of(new Rekey(settings, dialect, link, slice));
      } catch (SQLException | RuntimeException | IOException e) {
        link.close();
        throw e;
      }
    } catch (SQLException e) {
      throw dialect.unavailable(e);
    }
  }

  /** No server starts on a database while another node is there alone. */
  private static boolean announce(Dialect dialect, Link link) throws SQLException {
    boolean alone = new NodeTable(dialect).announce(link, NODE, false, LEASE);
    link.connection().commit();
    return alone;
  }

  /** These settings with the new key, as long as it is in its file. */
  public static StoreSettings renewed(StoreSettings old) throws IOException {
    var key = Files.readString(newFile(old.dataDir())).strip();
    return new StoreSettings(
        old.url(), old.user(), old.password(), old.dataDir(), Optional.of(key));
  }

  /** The file of the new key until it is in use. */
  public static Path newFile(Path dataDir) {
    return dataDir.resolve("lanshao.key.new");
  }

  private Optional<Work> work(Path media) throws SQLException, IOException {
    var stored = KeyCheck.fingerprint(link).orElse(new byte[0]);
    link.connection().commit();
    if (MessageDigest.isEqual(stored, next.fingerprint())) {
      if (old.filter(one -> MessageDigest.isEqual(stored, one.fingerprint())).isPresent()) {
        throw new KeyMistake("已经在用 " + newFile(dataDir) + " 里的密钥。要再换一个，先删掉这个文件");
      }
      return Optional.empty();
    }
    var keys = old.filter(one -> MessageDigest.isEqual(stored, one.fingerprint()));
    var current = keys.orElseThrow(() -> new KeyMistake("data.key: 与这个数据库不符，没有换。请使用建库时的密钥"));
    var begun = Rekeying.to(link);
    boolean goesOn = Rekeying.canGoOn(link);
    link.connection().commit();
    if (begun.isPresent() && !goesOn) {
      throw new KeyMistake("上次换密钥是另一个版本开始的：用那个版本再做一次 rekey，做完再升级");
    }
    if (begun.isPresent() && !begun.get().equals(HexFormat.of().formatHex(next.fingerprint()))) {
      throw new KeyMistake("上次换到一半的新密钥不见了：放回 " + newFile(dataDir) + "，再做一次");
    }
    var before = KeyCheck.seal(link, current);
    var past = new ArrayList<>(PastKeys.read(link, before));
    link.connection().commit();
    past.add(current.hashing());
    var after = new Seal(next, past);
    var from = new SealedFiles(media, before);
    return Optional.of(
        new Work(
            before,
            after,
            from,
            new SealedFiles(media, after),
            new ArrayDeque<>(from.all().stream().sorted().toList())));
  }

  /**
   * What is wrong with the audit, which is bound anew: that would hide it for ever. None once the
   * change was begun.
   */
  public List<String> flaws() throws Unavailable {
    try {
      if (work.isEmpty() || Rekeying.isUnderWay(link)) {
        return List.of();
      }
      var before = work.get().before();
      return new AuditCheck(new AuditChain(before), before).of(link, List.of()).flaws();
    } catch (SQLException e) {
      throw dialect.unavailable(e);
    }
  }

  /** Does the next piece, durably; false when all is done. */
  public boolean step() throws Unavailable, IOException {
    try {
      if (++steps % RENEWED == 0) {
        announce(dialect, link);
      }
      boolean more = work.isPresent() && step(work.get());
      link.connection().commit();
      return more;
    } catch (SQLException e) {
      throw dialect.unavailable(e);
    }
  }

  private boolean step(Work todo) throws SQLException, IOException {
    if (MessageDigest.isEqual(KeyCheck.fingerprint(link).orElseThrow(), next.fingerprint())) {
      return false;
    }
    if (!Rekeying.isUnderWay(link)) {
      Rekeying.begin(link, next);
      return true;
    }
    if (!todo.files().isEmpty()) {
      renew(todo, todo.files().remove());
      return true;
    }
    if (rekeying.isEmpty()) {
      todo.from().deleteBroken(Instant.MAX); // nobody writes now, and the old key opens it
      rekeying = Optional.of(new Rekeying(todo.before(), todo.after(), todo.into().all()));
    }
    if (!rekeying.get().slice(link, slice)) {
      rekeying.get().end(link, next);
    }
    return true;
  }

  /** A file gets its new name and is whole there before the old one goes. */
  private static void renew(Work todo, String hash) throws IOException {
    if (todo.from().isOwn(hash)) {
      var bytes = todo.from().read(hash);
      if (bytes.isPresent()) {
        todo.into().keep(bytes.get());
        todo.from().delete(hash, Instant.MAX);
      }
    }
  }

  /**
   * Puts the new key's file in the place of the old one's, once all is done. The old one stays
   * beside it for backups of before.
   *
   * @param settings the old ones; where they have the key, the new one's file is left where it is
   * @return where the old key is; empty when it was in no file
   */
  public static Optional<Path> putInPlace(StoreSettings settings) throws IOException {
    if (settings.key().isPresent()) {
      return Optional.empty();
    }
    var dataDir = settings.dataDir();
    var file = Keys.file(dataDir);
    var place =
        Keys.in(dataDir)
            .map(old -> file.resolveSibling("lanshao.key." + HexFormat.of().formatHex(old.id())));
    if (place.isPresent()) {
      Files.move(file, place.get(), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(newFile(dataDir), file, StandardCopyOption.ATOMIC_MOVE);
    Disk.force(dataDir);
    return place;
  }

  /** Lets servers start again, if all is done. */
  @Override
  public void close() {
    try (link) {
      link.connection().rollback();
      new NodeTable(dialect).leave(link, NODE);
      link.connection().commit();
    } catch (SQLException e) {
      throw new IllegalStateException("the database went away", e);
    }
  }
}
