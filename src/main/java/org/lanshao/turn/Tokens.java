package org.lanshao.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The port through which the access tokens of platforms are kept, one for all nodes, encrypted.
 * Methods block: call them on virtual threads.
 */
public interface Tokens {
  /** The token last kept under this name; empty if there was none. */
  Optional<Kept> token(String name) throws Unavailable;

  /**
   * Takes the right to fetch a token, for as long as the lease on the database's clock.
   *
   * @return false while somebody else has it, on this node or another
   */
  boolean reserveToken(String name, Duration lease) throws Unavailable;

  /** Keeps a token and gives the right to fetch back. */
  void keepToken(String name, Kept token) throws Unavailable;

  /** Gives the right to fetch back without a token. */
  void releaseToken(String name) throws Unavailable;

  /** A token with the moment from which the platform does not take it any more. */
  record Kept(String text, Instant expiresAt) {
    /** Without the token. */
    @Override
    public String toString() {
      return "Kept[" + expiresAt + "]";
    }
  }
}
