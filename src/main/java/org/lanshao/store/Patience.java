package org.lanshao.store;

import java.util.List;
import java.util.concurrent.TimeoutException;
import org.lanshao.turn.Unavailable;

/**
 * Ends the waiting of those whose time is up. One thread looks after all of them: a timer for each
 * would cost a turn more than its row does.
 */
final class Patience implements AutoCloseable {
  private static final long LOOK_MILLIS = 50;

  private final Waiting waiting;
  private final StoreLimits limits;
  private final Thread thread;
  private volatile InHand inHand = new InHand(List.of(), 0);

  Patience(Waiting waiting, StoreLimits limits) {
    this.waiting = waiting;
    this.limits = limits;
    this.thread = Thread.ofPlatform().daemon().name("patience").unstarted(this::run);
  }

  private record InHand(List<Work<?>> works, long since) {}

  void start() {
    thread.start();
  }

  /** The writer works on these from now on. What writes many rows may take its time. */
  void onTaken(List<Work<?>> works) {
    var bounded = works.getFirst() instanceof Work.Alone<?> ? List.<Work<?>>of() : works;
    inHand = new InHand(bounded, System.nanoTime());
  }

  /** The writer is done with them. */
  void onDone() {
    inHand = new InHand(List.of(), 0);
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(LOOK_MILLIS);
        look(System.nanoTime());
      }
    } catch (InterruptedException e) {
      // Closed: nobody waits any more.
    }
  }

  private void look(long now) {
    fail(waiting.withdrawLate(now), "busy");
    var held = inHand;
    if (now - held.since() >= limits.patience().toNanos()) {
      fail(held.works(), "slow");
    }
  }

  private static void fail(List<Work<?>> works, String code) {
    for (var work : works) {
      work.onFailed(new Unavailable(code, new TimeoutException("out of patience")));
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
