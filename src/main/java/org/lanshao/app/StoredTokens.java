package org.lanshao.app;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lanshao.store.Store;
import org.lanshao.transport.TokenStore;

/** Access tokens of this node. */
final class StoredTokens implements TokenStore {
  private final Map<String, StoredToken> tokens = new ConcurrentHashMap<>();
  private final java.util.Set<String> reserved = ConcurrentHashMap.newKeySet();

  StoredTokens(Store store) {}

  @Override
  public Optional<StoredToken> load(String key) {
    return Optional.ofNullable(tokens.get(key));
  }

  @Override
  public boolean reserve(String key, Duration lease) {
    return reserved.add(key);
  }

  @Override
  public void save(String key, StoredToken token) {
    tokens.put(key, token);
    reserved.remove(key);
  }

  @Override
  public void release(String key) {
    reserved.remove(key);
  }
}
