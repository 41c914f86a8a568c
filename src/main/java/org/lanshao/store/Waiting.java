package org.lanshao.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.lanshao.turn.MustWait;
import org.lanshao.turn.Unavailable;

/** What waits for the writer, with bounds. Turns come first; the rest gets its share of a batch. */
final class Waiting {
  /** How many small writes share a transaction with turns. */
  private static final int SMALL = 64;

  /** After so many batches of turns a long write has its turn too. */
  private static final int PATIENT_BATCHES = 16;

  private final StoreLimits limits;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Condition room = lock.newCondition();
  private final ArrayDeque<Work<?>> turns = new ArrayDeque<>();
  private final ArrayDeque<Work<?>> others = new ArrayDeque<>();
  private int passed;
  private boolean closed;

  Waiting(StoreLimits limits) {
    this.limits = limits;
  }

  /** How many wait. */
  int depth() {
    lock.lock();
    try {
      return turns.size() + others.size();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Puts work in line, and waits for room until {@code deadline}, a {@link System#nanoTime()}.
   *
   * @throws MustWait when there is none and this thread must not wait
   * @throws Unavailable {@code busy} when there is none by then, {@code stopping} when closed
   */
  void add(Work<?> work, long deadline) throws Unavailable, InterruptedException {
    var line = work instanceof Work.Turn ? turns : others;
    work.deadline(deadline);
    lock.lock();
    try {
      while (!closed && line.size() >= limits.queue()) {
        limits.checkMayWait();
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          throw new Unavailable("busy", new TimeoutException("the queue is full"));
        }
        room.awaitNanos(left);
      }
      if (closed) {
        throw new Unavailable("stopping", new IllegalStateException("the store is closed"));
      }
      line.add(work);
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes what comes next, waiting at most {@code millis} for the first.
   *
   * @return a batch, or one {@link Work.Alone}; empty when nothing came
   */
  List<Work<?>> take(long millis) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (turns.isEmpty() && others.isEmpty() && !closed && left > 0) {
        left = arrived.awaitNanos(left);
      }
      letOthersCome();
      var batch = new ArrayList<Work<?>>();
      if (others.peek() instanceof Work.Alone<?>
          && (turns.isEmpty() || ++passed > PATIENT_BATCHES)) {
        passed = 0;
        drain(others, 1, batch);
      } else {
        drain(turns, limits.batch(), batch);
        drainSmall(batch);
      }
      room.signalAll();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /**
   * A commit costs the same for one as for twenty: threads that are about to add something, and
   * have no core yet, get theirs first, until nothing more comes of it. Where cores are idle this
   * takes no time.
   */
  @SuppressWarnings("ThreadPriorityCheck") // a hint: what is right does not depend on it
  private void letOthersCome() {
    int before;
    do {
      before = turns.size();
      lock.unlock();
      try {
        Thread.yield();
      } finally {
        lock.lock();
      }
    } while (turns.size() > before && turns.size() < limits.batch());
  }

  private static void drain(ArrayDeque<Work<?>> line, int limit, List<Work<?>> batch) {
    while (batch.size() < limit && !line.isEmpty()) {
      var next = line.remove();
      if (next.take()) {
        batch.add(next);
      }
    }
  }

  /** The small ones in front; a long one among them lets the later ones wait behind it. */
  private void drainSmall(List<Work<?>> batch) {
    for (int i = 0; i < SMALL && others.peek() instanceof Work.Small<?> next; i++) {
      others.remove();
      if (next.take()) {
        batch.add(next);
      }
    }
  }

  /** Withdraws those whose time is up; they stand in front, for all have the same patience. */
  List<Work<?>> withdrawLate(long now) {
    lock.lock();
    try {
      var late = new ArrayList<Work<?>>();
      for (var line : List.of(turns, others)) {
        for (var head = line.peek(); head != null && head.late(now); head = line.peek()) {
          line.remove();
          if (head.withdraw()) {
            late.add(head);
          }
        }
      }
      if (!late.isEmpty()) {
        room.signalAll();
      }
      return late;
    } finally {
      lock.unlock();
    }
  }

  /** Takes all that waits. */
  List<Work<?>> takeAll() {
    lock.lock();
    try {
      var all = new ArrayList<Work<?>>();
      drain(turns, Integer.MAX_VALUE, all);
      drain(others, Integer.MAX_VALUE, all);
      room.signalAll();
      return all;
    } finally {
      lock.unlock();
    }
  }

  /** Lets nobody in any more. */
  void close() {
    lock.lock();
    try {
      closed = true;
      arrived.signalAll();
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether it is closed and all is taken. */
  boolean finished() {
    lock.lock();
    try {
      return closed && turns.isEmpty() && others.isEmpty();
    } finally {
      lock.unlock();
    }
  }
}
