package org.lanshao.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Brings answers back to the event loop that waits for them. What becomes ready together, as the
 * answers of one commit do, comes together: waking the loop for each would cost more than the
 * answer itself.
 */
final class WayBack implements Executor {
  private static final ThreadLocal<WayBack> OF_THIS_LOOP =
      ThreadLocal.withInitial(
          () ->
              new WayBack(Objects.requireNonNull(Vertx.currentContext(), "only on an event loop")));

  private final Context loop;
  private final Thread thread = Thread.currentThread();
  private final Queue<Runnable> ready = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean coming = new AtomicBoolean();

  private WayBack(Context loop) {
    this.loop = loop;
  }

  /** The way back to the event loop that this is called on. */
  static WayBack toHere() {
    return OF_THIS_LOOP.get();
  }

  /** Runs it on the event loop: at once if that calls, else soon. */
  @Override
  public void execute(Runnable work) {
    if (Thread.currentThread() == thread) {
      work.run();
      return;
    }
    ready.add(work);
    if (coming.compareAndSet(false, true)) {
      loop.runOnContext(here -> runAll());
    }
  }

  private void runAll() {
    coming.set(false);
    for (var next = ready.poll(); next != null; next = ready.poll()) {
      run(next, loop);
    }
  }

  /** One that fails goes to the loop's own handler of failures and does not keep the others. */
  private static void run(Runnable next, Context loop) {
    try {
      next.run();
    } catch (RuntimeException failed) {
      loop.runOnContext(
          here -> {
            throw failed;
          });
    }
  }
}
