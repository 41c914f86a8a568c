package org.lanshao.store;

import java.time.Duration;

/**
 * Bounds of what waits to be written.
 *
 * @param batch how many turns share a transaction at most
 * @param queue how many may wait
 * @param patience how long a caller waits for its turn to be taken, and then for the database
 */
public record StoreLimits(int batch, int queue, Duration patience) {
  /** 256 turns, 4,096 waiting, 4 seconds: a platform asks again after 5. */
  public static final StoreLimits USUAL = new StoreLimits(256, 4096, Duration.ofSeconds(4));
}
