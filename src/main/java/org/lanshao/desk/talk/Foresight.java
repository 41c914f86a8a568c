package org.lanshao.desk.talk;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Outgoing;

/** How long messages take to leave within the limits of the platforms, known beforehand. */
@FunctionalInterface
public interface Foresight {
  /** All leave at once. */
  Foresight NONE = (before, rows) -> Collections.nCopies(rows.size(), Duration.ZERO);

  /**
   * How long each of these waits for its turn if they are written now, in this order.
   *
   * @param before what waits already and leaves before them
   * @return as many, in that order
   */
  List<Duration> waits(List<Outgoing.Line> before, List<NewOutgoing> rows);
}
