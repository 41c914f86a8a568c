package org.lanshao.store;

import java.sql.SQLException;
import java.util.List;

/** How rows of one kind are taken away when they are old, slice by slice. */
interface Purge {
  /**
   * Takes away some.
   *
   * @param from where the slice before ended; empty text at the start
   * @param before what is older goes, in milliseconds of UTC
   * @param most so many rows are looked at, at most
   */
  Done slice(Link link, String from, long before, int most) throws SQLException;

  /**
   * What was done.
   *
   * @param gone how many rows or records were purged
   * @param end where to go on; empty text when all were looked at
   * @param heads how far chains of the audit were cut and are now, which the log tells
   */
  record Done(int gone, String end, List<String> heads) {
    /** What tells nothing of the audit. */
    Done(int gone, String end) {
      this(gone, end, List.of());
    }
  }
}
