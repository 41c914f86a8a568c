package org.lanshao.desk.people;

import java.util.Locale;
import java.util.Set;
import org.lanshao.form.Phrase;

/** What is said of a station: 社工站 连滩镇. */
public enum StationWords implements Phrase {
  /** Its name, and what is known of it. */
  CARD("name", "lines"),
  FOUNDED("day"),
  /** Nobody wrote since when it works. */
  UNKNOWN(),
  BRANCH("day"),
  PEOPLE("heads", "workers"),
  NO_HEAD(),
  PLACES("points", "villages"),
  YEAR("year"),
  /** What is meant has no station. */
  HOW(),
  SEVERAL("names"),
  /** In 帮助. */
  HELP();

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
  private final Set<String> slots;

  StationWords(String... slots) {
    this.slots = Set.of(slots);
  }

  @Override
  public String key() {
    return "station." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Set<String> slots() {
    return slots;
  }
}
