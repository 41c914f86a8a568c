package org.lanshao.store;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.lanshao.turn.Unavailable;

/**
 * Numbers that people see, from 1. This node reserves some at a time, which are then at hand
 * without waiting; unused ones are lost. When many are used it reserves more, lest everybody wait.
 */
final class Numbers {
  private static final long FEW = 20;
  private static final long MOST = 1280;
  private static final long BUSY_NANOS = 1_000_000_000;
  private static final String RESERVE =
      "INSERT INTO number (kind, next) VALUES (?, 1 + ?)"
          + " ON CONFLICT (kind) DO UPDATE SET next = number.next + ? RETURNING next";

  private final Writer writer;
  private final ReentrantLock reserving = new ReentrantLock();
  private final Map<String, Block> blocks = new ConcurrentHashMap<>();

  Numbers(Writer writer) {
    this.writer = writer;
  }

  /** The next number of a kind. */
  long next(String kind) throws Unavailable {
    var atHand = atHand(kind);
    return atHand.isPresent() ? atHand.getAsLong() : reserveAndNext(kind);
  }

  private OptionalLong atHand(String kind) {
    var block = blocks.get(kind);
    return block == null ? OptionalLong.empty() : block.take();
  }

  private long reserveAndNext(String kind) throws Unavailable {
    writer.checkMayWait();
    reserving.lock();
    try {
      var atHand = atHand(kind);
      while (atHand.isEmpty()) {
        blocks.put(kind, reserve(kind, size(blocks.get(kind), System.nanoTime())));
        atHand = atHand(kind);
      }
      return atHand.getAsLong();
    } finally {
      reserving.unlock();
    }
  }

  /** A few, or twice as many as before when those lasted less than a second. */
  private static long size(@Nullable Block before, long now) {
    return before == null || now - before.since() > BUSY_NANOS
        ? FEW
        : Math.min(2 * before.size(), MOST);
  }

  private Block reserve(String kind, long size) throws Unavailable {
    return writer.write(
        new Work.Small<>(
            false,
            link -> {
              try (var rows = link.prepare(RESERVE, kind, size, size).executeQuery()) {
                rows.next();
                long end = rows.getLong(1);
                return new Block(new AtomicLong(end - size), end, size, System.nanoTime());
              }
            }));
  }

  /**
   * Numbers of this node.
   *
   * @param end the first that is not its own
   * @param since when they were reserved
   */
  private record Block(AtomicLong next, long end, long size, long since) {
    OptionalLong take() {
      long taken = next.getAndIncrement();
      return taken < end ? OptionalLong.of(taken) : OptionalLong.empty();
    }
  }
}
