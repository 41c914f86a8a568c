package org.lanshao.transport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lanshao.turn.Tokens;
import org.lanshao.turn.Unavailable;

/** Tokens in memory; several transports that share one are several nodes. */
final class MemoryTokens implements Tokens {
  private final Clock clock;
  private final Map<String, Kept> keyToToken = new HashMap<>();
  private final Map<String, Instant> keyToLease = new HashMap<>();
  private boolean broken;

  MemoryTokens(Clock clock) {
    this.clock = clock;
  }

  synchronized void breakDown(boolean broken) {
    this.broken = broken;
  }

  @Override
  public synchronized Optional<Kept> token(String key) throws Unavailable {
    work();
    return Optional.ofNullable(keyToToken.get(key));
  }

  @Override
  public synchronized boolean reserveToken(String key, Duration lease) throws Unavailable {
    work();
    if (keyToLease.getOrDefault(key, Instant.MIN).isAfter(clock.instant())) {
      return false;
    }
    keyToLease.put(key, clock.instant().plus(lease));
    return true;
  }

  @Override
  public synchronized void keepToken(String key, Kept token) throws Unavailable {
    work();
    keyToToken.put(key, token);
    keyToLease.remove(key);
  }

  @Override
  public synchronized void releaseToken(String key) throws Unavailable {
    work();
    keyToLease.remove(key);
  }

  private void work() throws Unavailable {
    if (broken) {
      throw new Unavailable("broken", new IllegalStateException());
    }
  }
}
