package org.lanshao.app;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.lanshao.transport.TokenStore;
import org.lanshao.turn.Tokens;
import org.lanshao.turn.Unavailable;

/** Access tokens in the database, one for all nodes. */
record StoredTokens(Tokens tokens) implements TokenStore {
  @Override
  public Optional<StoredToken> load(String key) throws IOException {
    try {
      return tokens.token(key).map(kept -> new StoredToken(kept.text(), kept.expiresAt()));
    } catch (Unavailable e) {
      throw new IOException(e);
    }
  }

  @Override
  public boolean reserve(String key, Duration lease) throws IOException {
    try {
      return tokens.reserveToken(key, lease);
    } catch (Unavailable e) {
      throw new IOException(e);
    }
  }

  @Override
  public void save(String key, StoredToken token) throws IOException {
    try {
      tokens.keepToken(key, new Tokens.Kept(token.token(), token.expiresAt()));
    } catch (Unavailable e) {
      throw new IOException(e);
    }
  }

  @Override
  public void release(String key) throws IOException {
    try {
      tokens.releaseToken(key);
    } catch (Unavailable e) {
      throw new IOException(e);
    }
  }
}
