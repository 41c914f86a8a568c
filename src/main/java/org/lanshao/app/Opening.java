package org.lanshao.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.store.KeyMistake;
import org.lanshao.store.ServerLock;
import org.lanshao.store.Store;
import org.lanshao.store.StoreLimits;
import org.lanshao.store.UnsafeDatabase;
import org.lanshao.turn.Unavailable;
import org.lanshao.web.MovableClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the database of a server and takes up what is kept there: the first steps of a start. */
record Opening(Settings settings, Written written, Stop stop) {
  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
  private static final String TIME = "clock";

  /** One server on an embedded database. */
  void lock() throws StartProblem {
    try {
      var lock = ServerLock.take(settings.store());
      if (lock.isEmpty()) {
        throw new StartProblem(
            "这个数据库已经有一个服务在用（" + settings.store().place() + "）。先停掉那一个，或换一个 store.url。");
      }
      stop.first(lock.get()::close);
    } catch (IOException e) {
      throw new StartProblem("数据库所在的文件夹写不了。检查 store.url 和权限。");
    }
  }

  /**
   * The database, closed by the stop.
   *
   * @param within an area and all that it lies in
   */
  Store store(MeterRegistry meters, Function<AreaCode, List<AreaCode>> within)
      throws StartProblem, Unavailable {
    var limits = StoreLimits.USUAL.where(() -> !Context.isOnEventLoopThread());
    try {
      var store =
          Store.open(settings.store(), new Store.Surroundings(clock(), meters, within, limits));
      stop.first(store::close);
      if (store.keyOrigin() == Store.KeyOrigin.MADE) {
        LOG.atWarn()
            .addKeyValue("folder", settings.store().dataDir())
            .log(
                "a new key was made: without its file nothing in the database can be read, keep a"
                    + " copy elsewhere");
      }
      if (settings.store().isShared()) {
        new SharedFolder(store, settings.store().dataDir()).check();
      }
      return store;
    } catch (KeyMistake | UnsafeDatabase e) {
      throw new StartProblem(String.valueOf(e.getMessage()));
    }
  }

  /** The directory of the database; files that were changed since are told, and left alone. */
  Directory directory(Store store) throws Unavailable {
    var kept = new KeptDirectory(store, clock());
    Directory current = kept.open(written.directory());
    int changed = kept.asked(current, written.directory()).size();
    if (changed > 0) {
      LOG.atWarn()
          .addKeyValue("code", "directory-files")
          .addKeyValue("rows", changed)
          .log(
              "the directory is in the database; its changed files are not read, see: lanshao"
                  + " import");
      System.err.printf("通讯录的文件改了 %d 行，但通讯录已经在数据库里，不再读文件。要并入，先运行 lanshao import 看看。%n", changed);
    }
    return current.changingOver(settings.time().changeOver());
  }

  /** The clock that a page sets, as it was set last; empty where none is wanted. */
  Optional<MovableClock> movable(Store store) throws Unavailable {
    if (!settings.time().manual()) {
      return Optional.empty();
    }
    Instant now = store.remembered(TIME).map(Instant::parse).orElseGet(Instant::now);
    return Optional.of(
        new MovableClock(now, settings.time().zone(), at -> store.remember(TIME, at.toString())));
  }

  private Clock clock() {
    return Clock.system(settings.time().zone());
  }
}
