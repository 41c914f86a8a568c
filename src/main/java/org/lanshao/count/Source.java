package org.lanshao.count;

import org.lanshao.reading.DayRange;

/** What the store is asked for a number that is kept. */
public sealed interface Source {
  /** Of which days. */
  DayRange days();

  /**
   * Records.
   *
   * @param cut one number: without sides
   */
  record OfRecords(Cut cut) implements Source {
    @Override
    public DayRange days() {
      return cut.range();
    }
  }

  /**
   * Matters, whichever records opened and closed them.
   *
   * @param letter of their numbers
   */
  record OfMatters(String letter, Stage stage, Scope scope, DayRange days) implements Source {}

  /** Which matters are meant. */
  enum Stage {
    /** 新开: opened on these days. */
    OPENED,
    /** 办完: closed on them. */
    CLOSED,
    /** 在办: open now. */
    OPEN
  }
}
