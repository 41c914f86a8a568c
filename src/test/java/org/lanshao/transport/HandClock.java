package org.lanshao.transport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that tests move by hand. */
public final class HandClock extends Clock {
  private final ZoneId zone;
  private volatile Instant now;

  /** It begins at some time of no importance. */
  public HandClock() {
    this(Instant.parse("2026-11-18T02:00:00Z"), ZoneOffset.UTC);
  }

  /** It begins then. */
  public HandClock(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** Lets time pass. */
  public synchronized void pass(Duration time) {
    now = now.plus(time);
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
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
