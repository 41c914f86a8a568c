package org.lanshao.turn;

/** How urgent a message is: what stands here first leaves first, always. */
public enum Lane {
  /** Somebody may be in danger. A part of every limit and of the connections is kept for these. */
  EMERGENCY(0),
  /** Somebody said something and waits for the answer. */
  REPLY(1),
  /** Somebody is told something unasked. */
  NOTICE(2),
  /** What can wait: summaries, reports. */
  DIGEST(3);

  private final int rank;

  Lane(int rank) {
    this.rank = rank;
  }

  /** The lane of this place. */
  public static Lane of(int rank) {
    for (Lane lane : values()) {
      if (lane.rank == rank) {
        return lane;
      }
    }
    throw new IllegalArgumentException("no lane has the rank " + rank);
  }

  /** Its place, from 0: what it is stored as, so it never changes. */
  public int rank() {
    return rank;
  }
}
