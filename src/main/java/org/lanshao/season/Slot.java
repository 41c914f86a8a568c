package org.lanshao.season;

import java.time.Instant;

/** A time at which a schedule is due. */
public record Slot(Schedule schedule, Instant at) {
  /** Fit for a database key: the same on all nodes. */
  public String key() {
    return schedule.id() + ":" + at.toEpochMilli();
  }
}
