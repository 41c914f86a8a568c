package org.lanshao.turn;

import java.time.Instant;
import org.lanshao.directory.AreaCode;
import org.lanshao.season.Told;

/** The port through which is asked what places have been told. It blocks. */
@FunctionalInterface
public interface Bulletin {
  /**
   * What a place has been told.
   *
   * @param since when the day began
   */
  Told told(AreaCode area, Instant since, Instant now) throws Unavailable;
}
