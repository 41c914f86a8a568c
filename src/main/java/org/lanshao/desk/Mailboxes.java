package org.lanshao.desk;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.lanshao.message.ConversationId;

/**
 * One queue per conversation, so that its messages are handled one after the other in the order in
 * which they arrived, while conversations run side by side. A queue is filled on the event loop and
 * drained on virtual threads, and exists only while its conversation has work.
 */
public final class Mailboxes {
  private final Map<ConversationId, ArrayDeque<Runnable>> waiting = new HashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final int capacity;
  private boolean closed;

  /** Each conversation may have {@code capacity} messages waiting, the one in work not counted. */
  public Mailboxes(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Puts work behind what waits for this conversation.
   *
   * @return false when too much waits or the desk is closing: nothing will be done
   */
  public boolean offer(ConversationId conversation, Runnable work) {
    synchronized (waiting) {
      if (closed) {
        return false;
      }
      var queue = waiting.get(conversation);
      if (queue != null) {
        return queue.size() < capacity && queue.add(work);
      }
      waiting.put(conversation, new ArrayDeque<>(0));
    }
    threads.execute(() -> run(conversation, work));
    return true;
  }

  /** How many conversations have work. */
  public int busy() {
    synchronized (waiting) {
      return waiting.size();
    }
  }

  /**
   * Takes no more and waits for what was taken.
   *
   * @return whether all of it was done in time
   */
  public boolean close(Duration limit) throws InterruptedException {
    synchronized (waiting) {
      closed = true;
    }
    long end = System.nanoTime() + limit.toNanos();
    while (busy() > 0 && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    boolean done = busy() == 0;
    threads.shutdownNow();
    return threads.awaitTermination(1, TimeUnit.SECONDS) && done;
  }

  private void run(ConversationId conversation, Runnable work) {
    try {
      work.run();
    } finally {
      next(conversation).ifPresent(next -> threads.execute(() -> run(conversation, next)));
    }
  }

  private Optional<Runnable> next(ConversationId conversation) {
    synchronized (waiting) {
      var next = Optional.ofNullable(waiting.getOrDefault(conversation, NONE).poll());
      if (next.isEmpty()) {
        waiting.remove(conversation);
      }
      return next;
    }
  }

  private static final ArrayDeque<Runnable> NONE = new ArrayDeque<>(0);
}
