package org.lanshao.turn;

import java.util.List;
import org.lanshao.record.Matter;

/**
 * Open matters of versions of the program that kept no owner and no day: nobody would be reminded
 * of them before their next step. Methods block: call them on virtual threads.
 */
public interface UncaredMatters {
  /** Some of them as they stand, in the hands of who opened them; none when there is none. */
  List<Matter> some(int most) throws Unavailable;

  /**
   * Keeps their care with the version that stands; they are none of these any more. What somebody
   * cared for meanwhile is left alone.
   */
  void care(List<Matter> matters) throws Unavailable;
}
