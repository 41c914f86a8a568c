package org.lanshao.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When which of the dues of an alert comes. */
public record Clocks(Map<Due, Instant> times) {
  /** Nothing is due ever. */
  public static final Clocks NONE = new Clocks(Map.of());

  /** Copies the map. */
  public Clocks {
    times = Map.copyOf(times);
  }

  /** With this due at that time, instead of any before. */
  Clocks with(Due due, Instant at) {
    var next = new EnumMap<Due, Instant>(Due.class);
    next.putAll(times);
    next.put(due, at);
    return new Clocks(next);
  }

  /** Without these dues. */
  Clocks without(Due... dues) {
    var next = new EnumMap<Due, Instant>(Due.class);
    next.putAll(times);
    List.of(dues).forEach(next::remove);
    return new Clocks(next);
  }

  /** With this due not later than that time, if it is due at all. */
  Clocks notAfter(Due due, Instant at) {
    var set = times.get(due);
    return set == null || !set.isAfter(at) ? this : with(due, at);
  }

  /** When the first is due; empty when nothing is. */
  public Optional<Instant> first() {
    return times.values().stream().min(Comparator.naturalOrder());
  }

  /** What is due by then, in the order in which it is looked at. */
  List<Due> passed(Instant now) {
    return times.entrySet().stream()
        .filter(entry -> !entry.getValue().isAfter(now))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
