package org.lanshao.store;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.lanshao.turn.Unavailable;

/** Numbers that people see, from 1. This node reserves a few at a time; unused ones are lost. */
final class Numbers {
  private static final long RESERVED = 20;
  private static final String RESERVE =
      "INSERT INTO number (kind, next) VALUES (?, 1 + ?)"
          + " ON CONFLICT (kind) DO UPDATE SET next = number.next + ? RETURNING next";

  private final Writer writer;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Block> blocks = new HashMap<>();

  Numbers(Writer writer) {
    this.writer = writer;
  }

  private record Block(long next, long end) {}

  /** The next number of a kind. */
  long next(String kind) throws Unavailable {
    lock.lock();
    try {
      var block = blocks.get(kind);
      if (block == null || block.next() == block.end()) {
        block = reserve(kind);
      }
      blocks.put(kind, new Block(block.next() + 1, block.end()));
      return block.next();
    } finally {
      lock.unlock();
    }
  }

  private Block reserve(String kind) throws Unavailable {
    return writer.write(
        new Work.Small<>(
            false,
            link -> {
              try (var rows = link.prepare(RESERVE, kind, RESERVED, RESERVED).executeQuery()) {
                rows.next();
                long end = rows.getLong(1);
                return new Block(end - RESERVED, end);
              }
            }));
  }
}
