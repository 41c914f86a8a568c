package org.lanshao.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.alert.Plan;
import org.lanshao.directory.Agency;
import org.lanshao.directory.AreaCode;

/**
 * What a notice says, and to whom. It is fixed once the notice went out.
 *
 * @param number as people see it: N15
 * @param at when it was written
 * @param items what it says, at least one
 * @param isUnheld whether whoever sends it wants it to go out at night too
 * @param original the number of the notice that it takes the place of or ends; empty if of none
 * @param source the warning that it came in as, as others refer to it; empty if somebody typed it
 * @param stations whom it is meant for
 * @param agencies which of their towns it goes to too
 * @param plan by which those who do not confirm are reminded
 */
public record Content(
    String number,
    Instant at,
    Status status,
    Act act,
    List<Item> items,
    Asks asks,
    boolean isUnheld,
    Optional<String> original,
    Optional<Reference> source,
    Set<AreaCode> stations,
    Set<Agency> agencies,
    Plan plan) {
  /** How long a signal holds that says nothing about it: those that go on are issued again. */
  private static final Duration SIGNAL = Duration.ofHours(24);

  /** How long a response holds at most, unless it is ended. */
  private static final Duration RESPONSE = Duration.ofDays(30);

  /** How long a plain notice is asked about. */
  private static final Duration PLAIN = Duration.ofDays(3);

  /** Copies the collections. */
  public Content {
    items = List.copyOf(items);
    stations = Collections.unmodifiableSet(new LinkedHashSet<>(stations));
    agencies = Collections.unmodifiableSet(new LinkedHashSet<>(agencies));
    if (items.isEmpty()) {
      throw new IllegalArgumentException("a notice that says nothing");
    }
  }

  /** The same, asking for this, at night too if that is wanted. */
  public Content asking(Asks other, boolean unheld) {
    return new Content(
        number, at, status, act, items, other, unheld, original, source, stations, agencies, plan);
  }

  /** Its highest item: by that it is named. */
  public Item first() {
    return items.stream()
        .reduce((one, other) -> other.level().isAbove(one.level()) ? other : one)
        .orElseThrow();
  }

  /** Whether it goes out at any hour. */
  public boolean isUrgent() {
    return items.stream().anyMatch(item -> item.level().isUrgent());
  }

  /** When it holds no more if nobody ends it before. */
  public Instant until() {
    return items.stream()
        .map(item -> item.expires().orElse(at.plus(lasts(item.level()))))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Duration lasts(Level level) {
    return switch (level) {
      case Level.Signal signal -> SIGNAL;
      case Level.Response response -> RESPONSE;
      case Level.Plain plain -> PLAIN;
    };
  }

  /** Without what it says. */
  @Override
  public String toString() {
    return "Content[" + number + "]";
  }
}
