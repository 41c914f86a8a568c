package org.lanshao.register;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That somebody belongs to a group of people in need, for some time.
 *
 * @param category the id of the group in {@link Categories}
 * @param from the first day; empty when it is not known
 * @param until the last day; empty while it holds
 * @param source where that is known from, such as the name of a ledger; empty text for nowhere
 * @param detail such as 智力残疾二级; private; empty text for none
 */
public record Tag(
    String category,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    String source,
    String detail) {
  /** One that holds from no known day on. */
  public static Tag of(String category) {
    return new Tag(category, Optional.empty(), Optional.empty(), "", "");
  }

  /** Whether it holds on a day. */
  public boolean holds(LocalDate day) {
    return from.filter(day::isBefore).isEmpty() && until.filter(day::isAfter).isEmpty();
  }

  /** The same, no longer holding after this day. */
  public Tag endingOn(LocalDate day) {
    return new Tag(category, from, Optional.of(day), source, detail);
  }
}
