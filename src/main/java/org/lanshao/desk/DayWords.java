package org.lanshao.desk;

import java.util.Locale;
import java.util.Set;
import org.lanshao.form.Phrase;

/** What is said about what stations tell of their days. */
public enum DayWords implements Phrase {
  /** Before the form asks: what the station's records count, a line for each form. */
  COUNTED("station", "day", "counts"),
  /** The same once something was told of that day: this takes its place. */
  AGAIN("number", "title", "day"),
  /** Behind the receipt of what took the place of an earlier one. */
  REPLACED("number", "title"),
  /** Why a record was revised, in its history. */
  WHY(),
  /** To whoever wants a record of a day to be of another one. */
  DAY_FIXED("number", "day", "title");

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
  private final Set<String> slots;

  DayWords(String... slots) {
    this.slots = Set.of(slots);
  }

  @Override
  public String key() {
    return "day." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Set<String> slots() {
    return slots;
  }
}
