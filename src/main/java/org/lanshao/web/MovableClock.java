package org.lanshao.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.lanshao.turn.Unavailable;

/** A clock that stands still until it is moved, and moves forward only. */
public final class MovableClock extends Clock {
  private final ZoneId zone;
  private final Memory memory;
  private volatile Instant now;
  private volatile Runnable moved = () -> {};

  /** Keeps the time over a restart. */
  public interface Memory {
    /** Stores the time; may wait. */
    void remember(Instant at) throws Unavailable;
  }

  /** A clock that stands at {@code now}. */
  public MovableClock(Instant now, ZoneId zone, Memory memory) {
    this.now = now;
    this.zone = zone;
    this.memory = memory;
  }

  /** Runs this after every move; it must only signal. A second call replaces the first. */
  public void onMoved(Runnable wake) {
    moved = wake;
  }

  /**
   * Moves it, once the new time is stored; may wait.
   *
   * @return false, and nothing moves, if {@code at} is before the time it shows
   */
  public synchronized boolean moveTo(Instant at) throws Unavailable {
    if (at.isBefore(now)) {
      return false;
    }
    memory.remember(at);
    now = at;
    moved.run();
    return true;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return Clock.fixed(now, other);
  }
}
