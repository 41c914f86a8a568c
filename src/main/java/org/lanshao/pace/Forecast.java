package org.lanshao.pace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lanshao.channel.Spend;
import org.lanshao.turn.Lane;

/**
 * When messages will leave, known before any of them does: computed from the limits alone, for all
 * lanes but {@link Lane#EMERGENCY}, as if nothing else had been sent for a while.
 */
public final class Forecast {
  private Forecast() {}

  /**
   * How long each message waits for its turn.
   *
   * @param messages what each of them spends, in the order in which they are written
   * @return as many, in that order; zero for what leaves at once
   */
  public static List<Duration> waits(List<List<Spend>> messages) {
    Map<String, Integer> bucketToTaken = new HashMap<>();
    var waits = new ArrayList<Duration>();
    for (List<Spend> spends : messages) {
      waits.add(
          spends.stream()
              .map(spend -> wait(spend, bucketToTaken.merge(spend.bucket(), 1, Integer::sum)))
              .max(Comparator.naturalOrder())
              .orElse(Duration.ZERO));
    }
    return waits;
  }

  private static Duration wait(Spend spend, int place) {
    return Portion.common(spend.bucket(), spend.limits()).wait(place);
  }
}
