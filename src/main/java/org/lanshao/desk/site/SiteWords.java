package org.lanshao.desk.site;

import java.util.Locale;
import java.util.Set;
import org.lanshao.form.Phrase;

/** What is said about sites: waters, low-lying spots, banks, shelters. */
public enum SiteWords implements Phrase {
  /** How many there are, and how they stand; in private with a line for each. */
  BEGIN("area", "count", "states"),
  LINE("number", "about", "state", "checked"),
  CHECKED("day"),
  NEVER(),
  NONE("area"),
  /** A word that is no area, kind or state. */
  HOW("word", "kinds"),
  /** In 帮助. */
  HELP();

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
  private final Set<String> slots;

  SiteWords(String... slots) {
    this.slots = Set.of(slots);
  }

  @Override
  public String key() {
    return "site." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Set<String> slots() {
    return slots;
  }
}
