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
