package org.lanshao.app;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lanshao.turn.Tokens;

/** Access tokens of a command that ends after its call: they are kept nowhere. */
final class OneTimeTokens implements Tokens {
  private final Map<String, Kept> nameToToken = new ConcurrentHashMap<>();

  @Override
  public Optional<Kept> token(String name) {
    return Optional.ofNullable(nameToToken.get(name));
  }

  @Override
  public boolean reserveToken(String name, Duration lease) {
    return true;
  }

  @Override
  public void keepToken(String name, Kept token) {
    nameToToken.put(name, token);
  }

  @Override
  public void releaseToken(String name) {
    // Nobody else waits for it.
  }
}
