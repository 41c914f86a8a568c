package org.lanshao.count;

import java.util.List;
import java.util.Map;

/**
 * A table of numbers, exact at one moment.
 *
 * @param keysToNumber the cells that are not 0, by one key for each axis of the {@link Cut}
 */
public record Cells(Map<List<String>, Long> keysToNumber) {
  /** Copies the map. */
  public Cells {
    keysToNumber = Map.copyOf(keysToNumber);
  }

  /** The number of a table without axes. */
  public long number() {
    return at();
  }

  /** The number at a place of each axis; 0 when there is nothing. */
  public long at(String... keys) {
    return keysToNumber.getOrDefault(List.of(keys), 0L);
  }
}
