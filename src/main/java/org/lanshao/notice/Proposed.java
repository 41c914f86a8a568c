package org.lanshao.notice;

import java.util.Optional;

/**
 * Something that is about to be told to a station.
 *
 * @param original what it takes the place of or ends, as the station was told it; empty if it is
 *     new to it
 * @param isUnheld whether whoever sent it wants it to go out at night too
 * @param isDue whether it has waited for others already
 */
public record Proposed(
    String kind, Level level, Act act, Optional<Told> original, boolean isUnheld, boolean isDue) {
  /** Something that comes in. */
  public static Proposed of(String kind, Level level, Act act, Optional<Told> original) {
    return new Proposed(kind, level, act, original, false, false);
  }
}
