package org.lanshao.desk;

import java.util.Locale;
import java.util.Set;
import org.lanshao.form.Phrase;

/** What is said of practice. */
public enum PracticeWords implements Phrase {
  /** Before everything that is said of it. */
  MARK(),
  /** Behind the receipt of a form. */
  FILED(),
  /** Behind what a command would have said and done. */
  NOTHING_DONE(),
  /** To 演练 before something that cannot be practised, and alone. */
  HOW();

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
  private final Set<String> slots;

  PracticeWords(String... slots) {
    this.slots = Set.of(slots);
  }

  @Override
  public String key() {
    return "practice." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Set<String> slots() {
    return slots;
  }
}
