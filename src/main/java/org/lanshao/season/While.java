package org.lanshao.season;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What must be so for a schedule to hold; what is empty is no condition.
 *
 * @param seasons it must be all of these
 * @param outside and none of these
 * @param signal a warning or a response as grave as this must be in force where the reader is
 */
public record While(List<String> seasons, List<String> outside, Optional<Signal> signal) {
  /** No condition. */
  public static final While ALWAYS = new While(List.of(), List.of(), Optional.empty());

  /** Copies the lists. */
  public While {
    seasons = List.copyOf(seasons);
    outside = List.copyOf(outside);
  }

  /** Whether a day is in the right seasons, as they are in one place. */
  public boolean holds(LocalDate day, Seasons all) {
    return seasons.stream().allMatch(id -> all.holds(id, day))
        && outside.stream().noneMatch(id -> all.holds(id, day));
  }

  /** Whether what is in force somewhere is enough. */
  public boolean holds(Collection<Signal> inForce) {
    return signal.stream()
        .allMatch(least -> inForce.stream().anyMatch(one -> one.isAtLeast(least)));
  }
}
