package org.lanshao.turn;

import java.time.Instant;

/**
 * The port through which goes what was kept long enough. Methods block: call them on virtual
 * threads.
 */
public interface Retention {
  /**
   * Takes away the words of the next turns: what people wrote and what was answered. Records,
   * counts, drafts and the audit stay as they are, and so do the turns, without their words. How
   * far it has come is kept with what it took away, so whoever goes on after a kill begins there.
   *
   * @param before words said before go
   * @param slice at most so many turns are looked at
   * @return whether there are more to look at; false once all have been looked at, then it begins
   *     anew
   */
  boolean purgeWords(Instant before, int slice) throws Unavailable;
}
