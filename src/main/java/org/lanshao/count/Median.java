package org.lanshao.count;

import java.util.Collection;

/** The middle of some numbers. */
public final class Median {
  private Median() {}

  /**
   * The number in the middle; of an even count the mean of the two there, rounded down.
   *
   * @throws IllegalArgumentException when there are none
   */
  public static long of(Collection<Long> numbers) {
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("no numbers, no middle");
    }
    var sorted = numbers.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : Math.floorDiv(sorted.get(half - 1) + sorted.get(half), 2);
  }
}
