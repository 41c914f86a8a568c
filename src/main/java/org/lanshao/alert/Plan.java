package org.lanshao.alert;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * By which steps an alert climbs until somebody takes over. An alert keeps the plan that it began
 * with, whatever the file says later.
 *
 * @param name as the file calls it
 * @param waves from the first, which goes out at once, to the last
 * @param repeat how often all of them are told again after the last wave
 * @param needs how many have to take over before it climbs no more
 * @param sensitive who may see it, and act, when it is of a kind that few may know of
 * @param times the time limits
 */
public record Plan(
    String name, List<Wave> waves, Duration repeat, int needs, Set<Slot> sensitive, Times times) {
  /** Copies the collections; a plan without waves would tell nobody. */
  public Plan {
    waves = List.copyOf(waves);
    sensitive = Set.copyOf(sensitive);
    if (waves.isEmpty() || needs < 1 || repeat.isZero() || repeat.isNegative()) {
      throw new IllegalArgumentException("a plan without waves, repeats or need");
    }
  }

  /** Everybody it names: who may take over. */
  public Set<Slot> slots() {
    return waves.stream()
        .flatMap(wave -> wave.people().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Who may see it and act on it. */
  public Set<Slot> allowed(boolean isSensitive) {
    return isSensitive ? sensitive : slots();
  }

  /**
   * A step; after the last wave all that went before, together.
   *
   * @param step from 0
   */
  public Wave wave(int step) {
    if (step < waves.size()) {
      return waves.get(step);
    }
    return new Wave(
        repeat,
        waves.stream().flatMap(wave -> wave.people().stream()).distinct().toList(),
        List.of());
  }

  /** The same for practice: nobody outside the station is told. */
  public Plan ofStation() {
    var own =
        waves.stream()
            .map(Wave::ofStation)
            .filter(wave -> !wave.people().isEmpty() || !wave.groups().isEmpty())
            .toList();
    var atOnce = new Wave(Duration.ZERO, List.of(Slot.HEAD), List.of());
    return new Plan(name, own.isEmpty() ? List.of(atOnce) : own, repeat, 1, sensitive, times);
  }
}
