package org.lanshao.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * The port through which goes what was kept long enough. How far it has come is kept with what it
 * took away, so whoever goes on after a kill begins there and repeats nothing. Methods block: call
 * them on virtual threads.
 */
public interface Retention {
  /**
   * Takes away some of what is too old.
   *
   * @param before what is older goes
   * @param most so many rows are looked at, at most
   * @return what was done; once all have been looked at, the next call begins anew
   */
  Slice purge(What what, Instant before, int most) throws Unavailable;

  /**
   * Whether this node is the one that purges, for so long from now on: of all nodes one is.
   *
   * @return false while another one is
   */
  boolean lead(Duration lease) throws Unavailable;

  /** Lets another node purge. */
  void leave() throws Unavailable;

  /**
   * What a call did.
   *
   * @param gone how many rows or records were purged
   * @param more whether there are more to look at
   */
  record Slice(int gone, boolean more) {}

  /** What is kept for a time. */
  enum What {
    /**
     * What people wrote, what was answered, and what drafts held that are over. Records, counts,
     * open drafts and the audit stay, and so do the turns, without their words.
     */
    WORDS,
    /**
     * Records with nothing left open: names, words, telephone numbers, media, the emergencies that
     * belong to them and what their matters say go. Numbers, choices, days and areas stay, and so
     * does all that was counted.
     */
    RECORDS,
    /** The oldest entries of the audit. It can still be verified from there on. */
    AUDIT,
    /** What was done for practice. */
    PRACTICE,
    /** Messages that left, or never will. */
    SENT;

    /** As it is stored and told. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
