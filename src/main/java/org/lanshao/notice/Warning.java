package org.lanshao.notice;

import java.time.Instant;
import java.util.List;

/**
 * A warning as its sender wrote it.
 *
 * @param identifier its own, never used twice by its sender
 * @param sender who sent it, in the sender's own terms
 * @param sent when
 * @param references what it refers to; for {@link Act#ALERT} none
 * @param items what it says; none only where it cancels
 */
public record Warning(
    String identifier,
    String sender,
    Instant sent,
    Status status,
    Act act,
    List<Reference> references,
    List<Item> items) {
  /** Copies the lists. */
  public Warning {
    references = List.copyOf(references);
    items = List.copyOf(items);
  }

  /** Whether nothing of it holds any more at that moment. */
  public boolean isExpired(Instant now) {
    return !items.isEmpty() && items.stream().allMatch(item -> item.isExpired(now));
  }

  /** Without what it says. */
  @Override
  public String toString() {
    return "Warning[" + identifier + " " + act + "]";
  }
}
