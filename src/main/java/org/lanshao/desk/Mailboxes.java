package org.lanshao.desk;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.lanshao.message.ConversationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One queue per conversation, so that its messages are handled one after the other in the order in
 * which they arrived, while conversations run side by side. A queue exists only while its
 * conversation has work. It has no threads: work begins on the thread that offers it or, behind
 * other work, on the one that ended that.
 */
public final class Mailboxes {
  private static final Logger LOG = LoggerFactory.getLogger(Mailboxes.class);
  private static final ArrayDeque<Work> NONE = new ArrayDeque<>(0);

  private final Map<ConversationId, ArrayDeque<Work>> waiting = new HashMap<>();
  private final int capacity;
  private boolean closed;

  /** Each conversation may have {@code capacity} messages waiting, the one in work not counted. */
  public Mailboxes(int capacity) {
    this.capacity = capacity;
  }

  /** Something to do for a conversation. */
  public interface Work {
    /** Begins it; what is returned completes when it is over, and only then the next begins. */
    CompletionStage<?> begin();
  }

  /**
   * Puts work behind what waits for this conversation, and begins it if nothing does.
   *
   * @return false when too much waits or the desk is closing: nothing will be done
   */
  public boolean offer(ConversationId conversation, Work work) {
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
    run(conversation, work);
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
    return busy() == 0;
  }

  private void run(ConversationId conversation, Work work) {
    try {
      work.begin()
          .whenComplete(
              (done, failure) -> next(conversation).ifPresent(next -> run(conversation, next)));
    } catch (RuntimeException | Error bug) {
      LOG.atError().addKeyValue("error", bug.getClass().getName()).log("work did not begin");
      next(conversation).ifPresent(next -> run(conversation, next));
    }
  }

  private Optional<Work> next(ConversationId conversation) {
    synchronized (waiting) {
      var next = Optional.ofNullable(waiting.getOrDefault(conversation, NONE).poll());
      if (next.isEmpty()) {
        waiting.remove(conversation);
      }
      return next;
    }
  }
}
