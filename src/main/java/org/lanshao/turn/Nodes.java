package org.lanshao.turn;

import java.time.Duration;

/**
 * The port through which the nodes of one database know of each other. Methods block: call them on
 * virtual threads.
 */
public interface Nodes {
  /**
   * Says that this node is there, for the time of the lease on the database's clock.
   *
   * @param node its name, the same after a restart
   * @param shares whether it shares the platforms' limits with the others
   * @return whether it may be: false where it, or another that is there, does not share
   */
  boolean announce(String node, boolean shares, Duration lease) throws Unavailable;

  /** Says that it is gone. */
  void leave(String node) throws Unavailable;
}
