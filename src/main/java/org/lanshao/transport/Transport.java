package org.lanshao.transport;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lanshao.channel.Channel;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.Outcome;
import org.lanshao.message.Outbound;
import org.lanshao.turn.Tokens;

/**
 * The one way out for HTTP calls of all channels: it owns the sockets, the time limits and the
 * access tokens. Its methods block: call them on virtual threads.
 */
public final class Transport implements AutoCloseable {
  /** A token that is refused again right after it was fetched is no matter of age. */
  private static final Duration TOKEN_WAIT = Duration.ofMinutes(10);

  private final Http http;
  private final Tokens store;
  private final Clock clock;
  private final Map<String, AccessTokens> keyToTokens = new ConcurrentHashMap<>();

  /** With its own sockets on this Vert.x. */
  public Transport(Vertx vertx, Tokens store, Clock clock, TransportLimits limits) {
    this.http = new Http(vertx, limits);
    this.store = store;
    this.clock = clock;
  }

  /**
   * Carries out the call that sends this message. A refused token is fetched anew, and the call
   * repeated, once.
   *
   * @return what became of it; never {@link Outcome.TokenRefused}
   */
  public Outcome send(Channel channel, Outbound message, Delivery.HttpCall call) {
    return channel
        .tokens()
        .filter(source -> call.tokenParameter().isPresent())
        .map(source -> keyToTokens.computeIfAbsent(source.key(), key -> tokens(channel)))
        .map(tokens -> sendWithToken(channel, message, call, tokens))
        .orElseGet(() -> settled(call(channel, message, call, Optional.empty())));
  }

  private AccessTokens tokens(Channel channel) {
    return new AccessTokens(channel.tokens().orElseThrow(), store, http, clock);
  }

  private Outcome sendWithToken(
      Channel channel, Outbound message, Delivery.HttpCall call, AccessTokens tokens) {
    return switch (tokens.token()) {
      case AccessTokens.Token.Missing(Outcome outcome) -> outcome;
      case AccessTokens.Token.Ready(String first) -> {
        Outcome outcome = call(channel, message, call, Optional.of(first));
        if (!(outcome instanceof Outcome.TokenRefused)) {
          yield outcome;
        }
        tokens.refuse(first);
        yield again(channel, message, call, tokens);
      }
    };
  }

  private Outcome again(
      Channel channel, Outbound message, Delivery.HttpCall call, AccessTokens tokens) {
    return switch (tokens.token()) {
      case AccessTokens.Token.Missing(Outcome outcome) -> outcome;
      case AccessTokens.Token.Ready(String second) ->
          settled(call(channel, message, call, Optional.of(second)));
    };
  }

  private Outcome call(
      Channel channel, Outbound message, Delivery.HttpCall call, Optional<String> token) {
    return switch (http.call(call, token)) {
      case Http.Response.Got(var response) -> channel.outcome(message, response);
      case Http.Response.None(Outcome.TryAgain again) -> again;
    };
  }

  private static Outcome settled(Outcome outcome) {
    return outcome instanceof Outcome.TokenRefused(String platformCode)
        ? new Outcome.TryAgain(TOKEN_WAIT, "settings", platformCode)
        : outcome;
  }

  /** Closes the sockets. */
  @Override
  public void close() {
    http.close();
  }
}
