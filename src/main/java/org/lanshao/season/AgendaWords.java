package org.lanshao.season;

import java.util.Locale;
import java.util.Set;
import org.lanshao.form.Phrase;

/** Why a reminder goes out. */
public enum AgendaWords implements Phrase {
  /** A season holds, from one day to another, as somebody declared it. */
  SEASON("name", "startMonth", "startDay", "endMonth", "endDay", "source"),
  /** It is a day of its kind. */
  WORKDAY(),
  REST(),
  EVE(),
  /** A warning or response as grave as this must be in force. */
  SIGNAL("signal");

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is
  private final Set<String> slots;

  AgendaWords(String... slots) {
    this.slots = Set.of(slots);
  }

  @Override
  public String key() {
    return "agenda." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Set<String> slots() {
    return slots;
  }
}
