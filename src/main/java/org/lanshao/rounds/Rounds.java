package org.lanshao.rounds;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that begins what is due, as much as there is room for, then sleeps until the next is
 * due, a piece has ended or somebody wakes it. While the database is away it looks again each
 * second.
 */
public final class Rounds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  /** What another node committed is seen after this time at the latest. */
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

  private static final Duration SHORTEST_SLEEP = Duration.ofMillis(50);
  private static final Duration REST = Duration.ofSeconds(1);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private final String name;
  private final int room;
  private final Work work;
  private final Clock clock;
  private final Semaphore free;
  private final Semaphore bell = new Semaphore(0);
  private final Thread thread;
  private volatile boolean stopped;

  /**
   * It does nothing until it is started.
   *
   * @param name a word for the thread and the log
   * @param room how many pieces may be in hand at once
   * @param clock by which work is due
   */
  public Rounds(String name, int room, Work work, Clock clock) {
    this.name = name;
    this.room = room;
    this.work = work;
    this.clock = clock;
    this.free = new Semaphore(room);
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  /** Begins to look. */
  public void start() {
    thread.start();
  }

  /** Looks for due work now, also when the clock was moved. Any thread may call it. */
  public void wake() {
    if (bell.availablePermits() == 0) {
      bell.release();
    }
  }

  /**
   * Looks again now when something new is due before it would look anyway, that is soon. Any thread
   * may call it.
   */
  public void wakeFor(Instant due) {
    if (due.isBefore(clock.instant().plus(LONGEST_SLEEP))) {
      wake();
    }
  }

  /** Does a piece on a virtual thread of its own. It takes up room until it ends. */
  public void hand(Runnable piece) {
    free.acquireUninterruptibly();
    Thread.ofVirtual().name(name + " piece").start(() -> finish(piece));
  }

  private void finish(Runnable piece) {
    try {
      piece.run();
      ended(null);
    } catch (RuntimeException e) {
      ended(e);
    }
  }

  /**
   * Gives a piece to somebody else. It takes up room until it ends.
   *
   * @param to takes it, to be begun now or later; false when it will not be
   * @param piece begins it; what is returned completes when it has ended
   * @return false when it was not taken
   */
  public boolean hand(
      Predicate<Supplier<CompletionStage<?>>> to, Supplier<CompletionStage<?>> piece) {
    free.acquireUninterruptibly();
    boolean taken = to.test(() -> piece.get().whenComplete((end, failure) -> ended(failure)));
    if (!taken) {
      free.release();
    }
    return taken;
  }

  private void ended(@Nullable Throwable failure) {
    if (failure != null) {
      failed("a piece failed", Unavailable.cause(failure));
    }
    free.release();
    wake();
  }

  private void run() {
    while (!stopped) {
      try {
        if (begun() == 0) {
          sleep(untilNext());
        }
      } catch (Unavailable e) {
        LOG.atWarn().addKeyValue("rounds", name).addKeyValue("code", e.code()).log("unavailable");
        sleep(REST);
      } catch (RuntimeException e) {
        failed("a round failed", e);
        sleep(REST);
      }
    }
  }

  private void failed(String what, Throwable e) {
    LOG.atError()
        .addKeyValue("rounds", name)
        .addKeyValue("error", e.getClass().getName())
        .log(what);
  }

  private int begun() throws Unavailable {
    int left = free.availablePermits();
    return left == 0 ? 0 : work.begin(left);
  }

  private Duration untilNext() throws Unavailable {
    var next = work.next();
    if (free.availablePermits() == 0) {
      return LONGEST_SLEEP;
    }
    Duration until = next.map(due -> Duration.between(clock.instant(), due)).orElse(LONGEST_SLEEP);
    return until.compareTo(SHORTEST_SLEEP) < 0
        ? SHORTEST_SLEEP
        : until.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : until;
  }

  private void sleep(Duration duration) {
    try {
      bell.tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopped = true;
    }
  }

  /** Begins no more and lets what is in hand end, for a limited time. */
  @Override
  public void close() {
    stopped = true;
    wake();
    try {
      if (thread.getState() != Thread.State.NEW) {
        thread.join(STOP_WITHIN);
      }
      if (free.tryAcquire(room, STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        free.release(room);
      } else {
        LOG.atWarn()
            .addKeyValue("rounds", name)
            .addKeyValue("in_hand", room - free.availablePermits())
            .log("stopped with work in hand, it will be repeated");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
