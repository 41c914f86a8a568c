package org.lanshao.people;

import java.util.List;
import org.lanshao.directory.Person;
import org.lanshao.form.Wording;
import org.lanshao.turn.Unavailable;

/**
 * The port to what somebody has in hand and others must go on with when they leave: drafts, records
 * with something missing, whatever else there will be. It blocks: call it on a virtual thread.
 */
public interface OpenWork {
  /** Who is told of it, and in which words. */
  record Reader(Person person, Wording words) {}

  /**
   * What a person has in hand, a line each as this one may read it, the most urgent first; none if
   * nothing.
   */
  List<String> of(Person person, Reader reader) throws Unavailable;

  /** The part of it that stays where they work when they move: alerts and matters, not drafts. */
  List<String> inHand(Person person, Reader reader) throws Unavailable;
}
