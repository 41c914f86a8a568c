package org.lanshao.form;

import java.time.Duration;
import java.util.List;

/**
 * What becomes of a draft whose person says nothing more.
 *
 * @param nudges how long after the last words a reminder is sent, each longer than the one before
 * @param end how long after the last words the draft ends, longer than every nudge
 * @param then how it ends
 */
public record Silence(List<Duration> nudges, Duration end, Then then) {
  /** Where a form says nothing: two reminders, and after a day the draft is put aside. */
  public static final Silence USUAL =
      new Silence(
          List.of(Duration.ofMinutes(10), Duration.ofHours(2)), Duration.ofDays(1), Then.KEEP);

  /** Copies the list. */
  public Silence {
    nudges = List.copyOf(nudges);
  }

  /** How a draft ends. */
  public enum Then {
    /** It is put aside: 继续 lists it. */
    KEEP,
    /** It is given up, and its person is told. */
    DROP,
    /** What is there is handed in; what is missing can be added later. */
    SUBMIT
  }
}
