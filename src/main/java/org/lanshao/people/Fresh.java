package org.lanshao.people;

import org.lanshao.turn.Unavailable;

/** Where what was never there before comes from. */
public interface Fresh {
  /** The next number of a kind, for people: never given twice. */
  long number(String kind) throws Unavailable;

  /** Six digits that nobody can guess. */
  String code();
}
