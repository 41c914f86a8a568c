package org.lanshao.directory;

import java.time.Instant;

/**
 * Somebody on duty, from when they came until when they mean to go.
 *
 * @param person who
 * @param area where
 * @param from when they came
 * @param until when it ends by itself
 * @param ended whether they went before
 */
public record Shift(PersonId person, AreaCode area, Instant from, Instant until, boolean ended) {
  /** Whether it lasts at this moment. */
  public boolean isOn(Instant at) {
    return !ended && !at.isBefore(from) && at.isBefore(until);
  }
}
