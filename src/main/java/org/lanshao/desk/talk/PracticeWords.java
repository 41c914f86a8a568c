package org.lanshao.desk.talk;

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
  HOW(),
  /** What practice has left, and how it is taken away. */
  LIST("count"),
  LINE("number", "title", "time", "name"),
  MORE("count"),
  LIST_END("words"),
  SAY_REMOVE(),
  SURE("words", "count"),
  SAY_SURE(),
  REMOVED("count"),
  NONE(),
  IN_PRIVATE(),
  /** In place of the title of a form. */
  NOTICE();

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
