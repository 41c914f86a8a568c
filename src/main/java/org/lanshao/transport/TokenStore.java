package org.lanshao.transport;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where access tokens are kept, for all nodes: a platform may end a token when another is fetched,
 * so nodes that each had their own would take it from each other in turn. Methods block.
 */
public interface TokenStore {
  /** The token last kept under this key; empty if there was none. */
  Optional<StoredToken> load(String key) throws IOException;

  /**
   * Takes the right to fetch a token, for as long as the lease.
   *
   * @return false while somebody else has it
   */
  boolean reserve(String key, Duration lease) throws IOException;

  /** Keeps a token and gives the right to fetch back. */
  void save(String key, StoredToken token) throws IOException;

  /** Gives the right to fetch back without a token. */
  void release(String key) throws IOException;

  /** A token with the moment from which it is not taken any more. */
  record StoredToken(String token, Instant expiresAt) {
    /** Without the token. */
    @Override
    public String toString() {
      return "StoredToken[" + expiresAt + "]";
    }
  }
}
