package org.lanshao.transport;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tokens in memory; several transports that share one are several nodes. */
final class MemoryTokenStore implements TokenStore {
  private final Clock clock;
  private final Map<String, StoredToken> keyToToken = new HashMap<>();
  private final Map<String, Instant> keyToLease = new HashMap<>();
  private boolean broken;

  MemoryTokenStore(Clock clock) {
    this.clock = clock;
  }

  synchronized void breakDown(boolean broken) {
    this.broken = broken;
  }

  @Override
  public synchronized Optional<StoredToken> load(String key) throws IOException {
    work();
    return Optional.ofNullable(keyToToken.get(key));
  }

  @Override
  public synchronized boolean reserve(String key, Duration lease) throws IOException {
    work();
    if (keyToLease.getOrDefault(key, Instant.MIN).isAfter(clock.instant())) {
      return false;
    }
    keyToLease.put(key, clock.instant().plus(lease));
    return true;
  }

  @Override
  public synchronized void save(String key, StoredToken token) throws IOException {
    work();
    keyToToken.put(key, token);
    keyToLease.remove(key);
  }

  @Override
  public synchronized void release(String key) throws IOException {
    work();
    keyToLease.remove(key);
  }

  private void work() throws IOException {
    if (broken) {
      throw new IOException("broken");
    }
  }
}
