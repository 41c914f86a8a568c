package org.lanshao.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.lanshao.turn.MustWait;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of this node that writes. It takes what waits, writes it in one transaction and
 * hands over the answers. When the database fails, all that waits is turned away at once, and the
 * next work, or a try each second, finds out whether it works again.
 */
final class Writer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final int TRIES = 5;
  private static final long TRY_MILLIS = 1000;
  private static final long CLOSE_MILLIS = 10_000;

  private final Dialect dialect;
  private final StoreLimits limits;
  private final StoreMeters meters;
  private final Batch batch;
  private final Waiting waiting;
  private final Thread thread;
  private final Patience patience;
  private volatile boolean ready = true;
  private volatile Runnable wake = () -> {};
  private Optional<Link> link;

  /** Writes on this link from {@link #start} on, and opens others when it breaks. */
  Writer(Dialect dialect, Link link, StoreLimits limits, Batch batch, StoreMeters meters) {
    this.dialect = dialect;
    this.link = Optional.of(link);
    this.limits = limits;
    this.batch = batch;
    this.meters = meters;
    this.waiting = new Waiting(limits);
    this.thread = Thread.ofPlatform().name("writer").unstarted(this::run);
    this.patience = new Patience(waiting, limits);
    meters.watch(waiting::depth, () -> ready ? 1 : 0);
  }

  void start() {
    thread.start();
    patience.start();
  }

  /** Whether the last attempt to write did not fail for the database's sake. */
  boolean ready() {
    return ready;
  }

  /** How many wait. */
  int queued() {
    return waiting.depth();
  }

  void onCommitted(Runnable next) {
    this.wake = next;
  }

  /** Passes threads that may wait. */
  void checkMayWait() throws MustWait {
    limits.checkMayWait();
  }

  /**
   * Has work written and waits for its answer.
   *
   * @throws MustWait on a thread that must not wait
   * @throws Unavailable when it was not written, or when the connection broke or the database did
   *     not answer during the commit and nobody knows
   * @throws NotStorable when the database refused just this
   */
  <T> T write(Work<T> work) throws Unavailable {
    limits.checkMayWait();
    try {
      return submit(work).get();
    } catch (InterruptedException e) {
      work.withdraw();
      Thread.currentThread().interrupt();
      throw new Unavailable("stopping", e);
    } catch (ExecutionException e) {
      throw rethrow(e.getCause());
    }
  }

  /**
   * Has work written.
   *
   * @return its answer, given by the thread that writes; fails as {@link #write} throws
   * @throws MustWait when there is no room in line and this thread must not wait for it
   */
  <T> CompletableFuture<T> submit(Work<T> work) throws MustWait {
    try {
      waiting.add(work, System.nanoTime() + limits.patience().toNanos());
    } catch (MustWait e) {
      throw e;
    } catch (Unavailable e) {
      work.onFailed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      work.onFailed(new Unavailable("stopping", e));
    }
    return work.result().whenComplete(meters::onAnswer);
  }

  private Unavailable rethrow(@Nullable Throwable cause) throws Unavailable {
    switch (cause) {
      case Unavailable u -> throw new Unavailable(u.code(), u);
      case RuntimeException r -> throw r;
      case Error error -> throw error;
      case null, default -> throw new IllegalStateException(cause);
    }
  }

  private void run() {
    while (!waiting.finished()) {
      try {
        var taken = waiting.take(ready ? Long.MAX_VALUE / 2_000_000 : TRY_MILLIS);
        if (!taken.isEmpty()) {
          process(taken);
        } else if (!ready) {
          probe();
        }
      } catch (InterruptedException e) {
        LOG.warn("the writer was interrupted and goes on");
      } catch (RuntimeException | Error e) {
        LOG.atError().addKeyValue("code", "writer-bug").setCause(e).log("a mistake of the writer");
      }
    }
    link.ifPresent(this::settle);
    patience.close();
  }

  private void process(List<Work<?>> taken) {
    patience.onTaken(taken);
    try {
      attempt(taken);
      patience.onDone();
    } catch (SQLException e) {
      onError(taken, e);
    } catch (RuntimeException | Error e) {
      patience.onDone();
      drop();
      taken.forEach(w -> w.onFailed(e));
      throw e;
    }
  }

  /** One transaction, again when another writer stood in its way, which then has to wait. */
  private void attempt(List<Work<?>> taken) throws SQLException {
    for (int nth = 1; ; nth++) {
      try {
        commit(taken, nth > 1);
        return;
      } catch (SQLException e) {
        if (nth >= tries(dialect.fault(e))) {
          throw e;
        }
      }
    }
  }

  private int tries(Fault fault) {
    return switch (fault) {
      case Fault.Again() -> TRIES;
      case Fault.Locked() -> limits.waits();
      case Fault.Down(var code) -> 1;
      case Fault.Guilty() -> 1;
    };
  }

  private void commit(List<Work<?>> taken, boolean again) throws SQLException {
    long start = System.nanoTime();
    var open = open();
    try {
      if (again) {
        dialect.takeTurn(open);
      }
      batch.write(open, taken);
      open.connection().commit();
    } catch (SQLException e) {
      rollback(open, e);
      throw e;
    }
    ready(true, "");
    meters.onCommit(taken.size(), System.nanoTime() - start);
    if (taken.stream().anyMatch(Work::sends)) {
      wake.run();
    }
    batch.onCommitted(taken);
  }

  private void onError(List<Work<?>> taken, SQLException error) {
    patience.onDone();
    switch (dialect.fault(error)) {
      case Fault.Down(String code) -> down(code, error, taken);
      case Fault.Again() -> down(Fault.Locked.CODE, error, taken);
      case Fault.Locked() -> down(Fault.Locked.CODE, error, taken);
      case Fault.Guilty() -> {
        if (taken.size() > 1) {
          taken.forEach(w -> process(List.of(w)));
        } else {
          LOG.atWarn()
              .addKeyValue("code", "not-storable")
              .addKeyValue("state", error.getSQLState())
              .log("one write was left out");
          taken.getFirst().onFailed(new NotStorable(error));
        }
      }
    }
  }

  /** Turns away these and all that waits. */
  private void down(String code, SQLException error, List<Work<?>> taken) {
    drop();
    ready(false, code);
    var unavailable = new Unavailable(code, error);
    // Taken first: who is told may come back at once, and then deserves a new try.
    var others = waiting.takeAll();
    taken.forEach(w -> w.onFailed(unavailable));
    others.forEach(w -> w.onFailed(unavailable));
  }

  private void ready(boolean next, String code) {
    if (ready != next) {
      ready = next;
      if (next) {
        LOG.info("the database can be written again");
      } else {
        LOG.atError().addKeyValue("code", "database-" + code).log("the database cannot be written");
      }
    }
  }

  /** Writes next to nothing, to see whether that works. */
  private void probe() {
    try {
      attempt(List.of(new Work.Small<>(false, SettingTable::probe)));
    } catch (SQLException e) {
      LOG.debug("still unavailable, state={}", e.getSQLState());
      drop();
    }
  }

  private Link open() throws SQLException {
    if (link.isEmpty()) {
      link = Optional.of(dialect.writing());
    }
    return link.get();
  }

  private static void rollback(Link open, SQLException because) {
    try {
      open.connection().rollback();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  /** Closes the connection; the next write opens another. */
  private void drop() {
    var broken = link;
    link = Optional.empty();
    broken.ifPresent(this::close);
  }

  private void close(Link open) {
    try {
      open.close();
    } catch (SQLException e) {
      LOG.debug("a broken connection did not close, state={}", e.getSQLState());
    }
  }

  private void settle(Link open) {
    try {
      dialect.settle(open);
    } catch (SQLException e) {
      LOG.atWarn()
          .addKeyValue("code", "unsettled")
          .addKeyValue("state", e.getSQLState())
          .log("the database was left as after a crash");
    }
    close(open);
  }

  /** Takes no more, writes what waits, closes. */
  @Override
  public void close() {
    waiting.close();
    try {
      if (!thread.join(java.time.Duration.ofMillis(CLOSE_MILLIS))) {
        LOG.atWarn().addKeyValue("code", "slow-stop").log("the writer is still busy");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
