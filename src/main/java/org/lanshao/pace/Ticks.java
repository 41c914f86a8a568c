package org.lanshao.pace;

import io.github.bucket4j.TimeMeter;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** A clock as buckets want it: the time of day, which all nodes share. */
record Ticks(InstantSource clock) implements TimeMeter {
  @Override
  public long currentTimeNanos() {
    return TimeUnit.MILLISECONDS.toNanos(clock.millis());
  }

  @Override
  public boolean isWallClockBased() {
    return true;
  }
}
