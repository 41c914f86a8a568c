package org.lanshao.bench;

import java.util.Map;
import java.util.TreeMap;

/** What one run of {@link Replay} measured. */
final class Timings {
  private static final int LONGEST = 5_000_000;

  private final int[] countByMicros = new int[LONGEST + 1];
  private final Map<Integer, Long> statuses = new TreeMap<>();
  private long nanos;
  private long answered;
  private long inTime;
  private int unanswered;

  void add(int status, long nanosTaken) {
    countByMicros[(int) Math.min(LONGEST, Math.max(0, nanosTaken / 1000))]++;
    statuses.merge(status, 1L, Long::sum);
    answered++;
  }

  void over(long took) {
    nanos = took;
    inTime = answered;
  }

  void unanswered(int count) {
    unanswered = count;
  }

  /** How many answers came, the last ones after the end included. */
  long answered() {
    return answered;
  }

  /** Answers a second. */
  double perSecond() {
    return inTime * 1e9 / nanos;
  }

  /** Whether every request was answered with 200. */
  boolean clean() {
    return unanswered == 0 && statuses.keySet().equals(java.util.Set.of(200));
  }

  /** Answers by status, and requests without one. */
  String faults() {
    return statuses + (unanswered > 0 ? ", unanswered " + unanswered : "");
  }

  /** The time, in milliseconds, within which this share of the answers came. */
  double millis(double share) {
    long wanted = (long) Math.ceil(answered * share);
    long seen = 0;
    for (int micros = 0; micros <= LONGEST; micros++) {
      seen += countByMicros[micros];
      if (seen >= wanted) {
        return micros / 1000.0;
      }
    }
    return LONGEST / 1000.0;
  }
}
