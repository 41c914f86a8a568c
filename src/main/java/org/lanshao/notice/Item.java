package org.lanshao.notice;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.lanshao.directory.AreaCode;

/**
 * One thing that a notice says of some areas; a notice may say different things of different ones.
 *
 * @param kind such as 暴雨 or 防汛; empty text for a plain notice
 * @param level how grave
 * @param areas of which it is said, in order; never empty
 * @param headline one line; empty text if there is none
 * @param text the rest; may be empty text
 * @param expires from when on it holds no more; empty: until it is lifted
 */
public record Item(
    String kind,
    Level level,
    Set<AreaCode> areas,
    String headline,
    String text,
    Optional<Instant> expires) {
  /** Copies the areas. */
  public Item {
    areas = Collections.unmodifiableSet(new LinkedHashSet<>(areas));
    if (areas.isEmpty()) {
      throw new IllegalArgumentException("said of no area");
    }
  }

  /** Whether it holds no more at that moment. */
  public boolean isExpired(Instant now) {
    return expires.filter(end -> !end.isAfter(now)).isPresent();
  }

  /** Without what it says. */
  @Override
  public String toString() {
    return "Item[" + kind + " " + level + " " + areas + "]";
  }
}
