package org.lanshao.count;

import java.util.Locale;
import java.util.Set;
import org.lanshao.form.Phrase;

/** How days and ranges of days are written. */
enum RangeWords implements Phrase {
  /** Several days, the first and the last. */
  DAYS("first", "last"),
  /** Today, and which day that is. */
  TODAY("day"),
  /** A day of this year. */
  DAY("month", "day"),
  /** A day of another year. */
  DAY_OF_YEAR("year", "month", "day"),
  /** A month of this year. */
  MONTH("year", "month"),
  /** A month of another year. */
  MONTH_OF_YEAR("year", "month");

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is
  private final Set<String> slots;

  RangeWords(String... slots) {
    this.slots = Set.of(slots);
  }

  @Override
  public String key() {
    return "range." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Set<String> slots() {
    return slots;
  }
}
