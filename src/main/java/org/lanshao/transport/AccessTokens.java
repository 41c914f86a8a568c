package org.lanshao.transport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.TokenSource.Fetched;
import org.lanshao.turn.Tokens;
import org.lanshao.turn.Tokens.Kept;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a platform gives for a time and every node uses: the access token of a channel, or the id of
 * a file that was handed over. However many ask at once, one of them fetches, and of several nodes
 * one. It blocks: call it on virtual threads.
 */
final class AccessTokens {
  private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);

  /** A token is not used in its last minutes, for a call takes time and clocks differ. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  /** Platforms block an app that asks too often for a token it does not get. */
  private static final Duration LONGEST_REST = Duration.ofMinutes(1);

  private final String key;
  private final Supplier<Fetched> fetching;
  private final Duration lease;
  private final Tokens store;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile Optional<Kept> current = Optional.empty();
  // Guarded by the lock.
  private String refused = "";
  private Optional<Failure> failure = Optional.empty();

  /**
   * What is kept under this key.
   *
   * @param fetching fetches anew
   * @param lease longer than that may take
   */
  AccessTokens(String key, Supplier<Fetched> fetching, Duration lease, Tokens store, Clock clock) {
    this.key = key;
    this.fetching = fetching;
    this.lease = lease;
    this.store = store;
    this.clock = clock;
  }

  private record Failure(Outcome outcome, Instant until) {}

  /** A token, or what to do without one. */
  sealed interface Token {
    /** One that is good. */
    record Ready(String text) implements Token {
      /** Without the token. */
      @Override
      public String toString() {
        return "Ready[]";
      }
    }

    /** None now. */
    record Missing(Outcome outcome) implements Token {}
  }

  /** The token; it is fetched if there is none that is good for some time. */
  Token token() {
    Optional<Kept> known = current;
    if (known.filter(this::isFresh).isPresent()) {
      return new Token.Ready(known.get().text());
    }
    lock.lock();
    try {
      return loadOrFetch();
    } catch (Unavailable e) {
      return new Token.Missing(new Outcome.TryAgain(Duration.ofSeconds(5), "token_store", ""));
    } finally {
      lock.unlock();
    }
  }

  /** The platform did not take this token. If it is still the current one, it is forgotten. */
  void refuse(String token) {
    lock.lock();
    try {
      if (current.filter(known -> known.text().equals(token)).isPresent()) {
        current = Optional.empty();
        refused = token;
      }
    } finally {
      lock.unlock();
    }
  }

  private Token loadOrFetch() throws Unavailable {
    if (!current.filter(this::isFresh).isPresent()) {
      current = store.token(key).filter(this::isGood);
    }
    if (current.isPresent()) {
      return new Token.Ready(current.get().text());
    }
    if (failure.filter(last -> clock.instant().isBefore(last.until())).isPresent()) {
      return new Token.Missing(failure.get().outcome());
    }
    if (!store.reserveToken(key, lease)) {
      return new Token.Missing(new Outcome.TryAgain(Duration.ofSeconds(1), "token_busy", ""));
    }
    return fetch();
  }

  private Token fetch() throws Unavailable {
    return switch (fetching.get()) {
      case Fetched.Failed(Outcome outcome) -> failed(outcome);
      case Fetched.Token(String token, Duration lifetime) -> fetched(token, lifetime);
    };
  }

  private Token fetched(String token, Duration lifetime) throws Unavailable {
    var fresh = new Kept(token, clock.instant().plus(lifetime));
    current = Optional.of(fresh);
    refused = "";
    failure = Optional.empty();
    LOG.atInfo().addKeyValue("token", key).log("token fetched");
    store.keepToken(key, fresh);
    return new Token.Ready(token);
  }

  private Token failed(Outcome outcome) throws Unavailable {
    failure = Optional.of(new Failure(outcome, clock.instant().plus(rest(outcome))));
    LOG.atWarn().addKeyValue("token", key).addKeyValue("outcome", outcome).log("token not fetched");
    store.releaseToken(key);
    return new Token.Missing(outcome);
  }

  private static Duration rest(Outcome outcome) {
    return outcome instanceof Outcome.TryAgain again && again.after().compareTo(LONGEST_REST) < 0
        ? again.after()
        : LONGEST_REST;
  }

  private boolean isGood(Kept token) {
    return isFresh(token) && !token.text().equals(refused);
  }

  private boolean isFresh(Kept token) {
    return clock.instant().isBefore(token.expiresAt().minus(MARGIN));
  }
}
