package org.lanshao.pace;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.VerboseResult;
import java.time.Duration;

/** What a bucket said. */
final class Probes {
  private Probes() {}

  /** What each limit of a bucket gives at once; below zero where too much was taken. */
  static long[] available(Bucket bucket) {
    return available(bucket.asVerbose().getAvailableTokens());
  }

  /** The same, as a bucket answered it. */
  static long[] available(VerboseResult<Long> answer) {
    return answer.getDiagnostics().getAvailableTokensPerEachBandwidth();
  }

  /** Zero when one was taken, else how long until one will be there. */
  static Duration wait(ConsumptionProbe probe) {
    return probe.isConsumed()
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
  }
}
