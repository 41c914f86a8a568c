package org.lanshao.bench;

import java.util.List;

/** Arithmetic over measurements. */
final class Figures {
  private Figures() {}

  /** The middle one, or the mean of the two in the middle; not a number for none. */
  static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    if (sorted.isEmpty()) {
      return Double.NaN;
    }
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  /** The value that this share of the values does not exceed. */
  static double share(List<Double> values, double share) {
    var sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
