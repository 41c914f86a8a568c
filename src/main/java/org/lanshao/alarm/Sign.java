package org.lanshao.alarm;

import java.time.Instant;
import java.util.List;
import org.lanshao.turn.Unavailable;

/** Where it shows that something is wrong. */
public interface Sign {
  /** What is wrong at this moment; nothing when all is well. */
  List<Finding> look(Instant now) throws Unavailable;
}
