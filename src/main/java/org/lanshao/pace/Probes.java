package org.lanshao.pace;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** What a bucket said. */
final class Probes {
  private Probes() {}

  /** Zero when one was taken, else how long until one will be there. */
  static Duration wait(ConsumptionProbe probe) {
    return probe.isConsumed()
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
  }
}
