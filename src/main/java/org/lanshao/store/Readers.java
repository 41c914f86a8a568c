package org.lanshao.store;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lanshao.turn.MustWait;
import org.lanshao.turn.Unavailable;

/**
 * A few connections to read with, opened when first needed. They keep their prepared statements,
 * which a general pool would hide. One that breaks is closed with all idle ones, and the query runs
 * once more on a new one: a restarted server costs nobody an error.
 */
final class Readers implements AutoCloseable {
  private final Dialect dialect;
  private final StoreLimits limits;
  private final Semaphore permits;
  private final ConcurrentLinkedDeque<Link> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  Readers(Dialect dialect, StoreLimits limits) {
    this.dialect = dialect;
    this.limits = limits;
    this.permits = new Semaphore(dialect.readers());
  }

  /** A query. */
  interface Reading<T> {
    /** Reads and returns what was found. */
    T read(Link link) throws SQLException;
  }

  /**
   * Runs a query.
   *
   * @throws MustWait on a thread that must not wait
   * @throws Unavailable when no connection is free in time or the database cannot be read
   */
  <T> T read(Reading<T> reading) throws Unavailable {
    limits.checkMayWait();
    acquire();
    try {
      var kept = idle.poll();
      if (kept != null) {
        try {
          return use(kept, reading);
        } catch (Unavailable e) {
          closeIdle();
        }
      }
      return use(open(), reading);
    } finally {
      permits.release();
    }
  }

  private void acquire() throws Unavailable {
    try {
      if (closed) {
        throw new Unavailable("stopping", new IllegalStateException("the store is closed"));
      }
      if (!permits.tryAcquire(limits.patience().toNanos(), TimeUnit.NANOSECONDS)) {
        throw new Unavailable("busy", new TimeoutException("no connection to read with"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("stopping", e);
    }
  }

  private Link open() throws Unavailable {
    try {
      return dialect.reading();
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  private <T> T use(Link link, Reading<T> reading) throws Unavailable {
    try {
      T found = reading.read(link);
      keep(link);
      return found;
    } catch (SQLException e) {
      close(link, e);
      throw unavailable(e);
    } catch (RuntimeException e) {
      keep(link);
      throw e;
    }
  }

  private void keep(Link link) {
    if (closed) {
      close(link, null);
    } else {
      idle.push(link);
    }
  }

  private Unavailable unavailable(SQLException error) {
    return switch (dialect.fault(error)) {
      case Fault.Down(String code) -> new Unavailable(code, error);
      case Fault.Again() -> new Unavailable(Fault.Locked.CODE, error);
      case Fault.Locked() -> new Unavailable(Fault.Locked.CODE, error);
      case Fault.Guilty() -> throw new IllegalStateException("a query is wrong", error);
    };
  }

  private static void close(Link link, @org.jspecify.annotations.Nullable SQLException because) {
    try {
      link.close();
    } catch (SQLException e) {
      if (because != null) {
        because.addSuppressed(e);
      }
    }
  }

  private void closeIdle() {
    for (var link = idle.poll(); link != null; link = idle.poll()) {
      close(link, null);
    }
  }

  @Override
  public void close() {
    closed = true;
    closeIdle();
  }
}
