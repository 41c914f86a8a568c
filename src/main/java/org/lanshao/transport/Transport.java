package org.lanshao.transport;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.lanshao.channel.Accounts;
import org.lanshao.channel.Channel;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.MediaSource;
import org.lanshao.channel.MediaSource.Fetched;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawResponse;
import org.lanshao.channel.Road;
import org.lanshao.channel.TokenSource;
import org.lanshao.message.Outbound;
import org.lanshao.turn.MediaFiles;
import org.lanshao.turn.Tokens;

/**
 * The one way out for HTTP calls of all channels: it owns the sockets, the time limits and the
 * access tokens. Its methods block: call them on virtual threads.
 */
public final class Transport implements AutoCloseable {
  /** A token that is refused again right after it was fetched is no matter of age. */
  private static final Duration TOKEN_WAIT = Duration.ofMinutes(10);

  /** The code of a card that the platform does not take. */
  private static final String CARD_REFUSED = "card_refused";

  /** Longer than fetching a token may take. */
  private static final Duration TOKEN_LEASE = Duration.ofSeconds(20);

  private static final MediaFiles NO_FILES =
      new MediaFiles() {
        @Override
        public String keep(byte[] bytes) throws IOException {
          throw new IOException("nothing is kept here");
        }

        @Override
        public Optional<byte[]> read(String hash) {
          return Optional.empty();
        }
      };

  private final Roads roads;
  private final Tokens store;
  private final Clock clock;
  private final Handing handing;
  private final Map<String, AccessTokens> keyToTokens = new ConcurrentHashMap<>();

  /**
   * With its own sockets on this Vert.x.
   *
   * @param limits of calls
   * @param files of pictures and files that are fetched or handed over
   * @param kept the files of ours
   */
  public Transport(
      Vertx vertx,
      Tokens store,
      Clock clock,
      TransportLimits limits,
      TransportLimits files,
      MediaFiles kept) {
    this.roads = new Roads(vertx, limits, files);
    this.store = store;
    this.clock = clock;
    this.handing = new Handing(kept, store, clock);
  }

  /** Fetches nothing that is larger than an answer to a call. */
  public Transport(Vertx vertx, Tokens store, Clock clock, TransportLimits limits) {
    this(vertx, store, clock, limits, limits, NO_FILES);
  }

  /**
   * Carries out what sends this message; a file of ours that it names is handed over first, if need
   * be. A refused token is fetched anew, and the call repeated, once.
   *
   * @return what became of it; never {@link Outcome.TokenRefused}
   */
  public Outcome send(Channel channel, Outbound message, Delivery delivery) {
    return switch (delivery) {
      case Delivery.HttpCall call -> callOrSayPlainly(channel, message, call);
      case Delivery.Uploading uploading ->
          handing.send(
              uploading,
              (call, reading) ->
                  carryOut(channel, new Exchange(roads.of(channel.road()).files(), call, reading)),
              call -> call(channel, message, call));
      case Delivery.Carrying carrying ->
          switch (handing.bytes(carrying.file())) {
            case Handing.Bytes.Some(byte[] bytes) ->
                send(channel, message, carrying.then().apply(bytes));
            case Handing.Bytes.None(Outcome outcome) -> outcome;
          };
      case Delivery.Impossible(String code) -> new Outcome.Refused(code, "");
      case Delivery.Show ignored -> throw new IllegalArgumentException("nothing to call");
    };
  }

  /** A card that the platform refuses goes out as the text that says the same. */
  private Outcome callOrSayPlainly(Channel channel, Outbound message, Delivery.HttpCall call) {
    Outcome outcome = call(channel, message, call);
    boolean refused =
        outcome instanceof Outcome.Refused(String code, String ignored)
            && code.equals(CARD_REFUSED)
            && message.part().extras().replaces().isEmpty()
            && !message.isPlain();
    return refused ? send(channel, message.plain(), channel.encode(message.plain())) : outcome;
  }

  private Outcome call(Channel channel, Outbound message, Delivery.HttpCall call) {
    return carryOut(
        channel,
        new Exchange(
            roads.of(channel.road()).calls(),
            call,
            response -> channel.outcome(message, response)));
  }

  /**
   * Carries out a call of an operator.
   *
   * @param reading reads the response
   * @return what became of it; never {@link Outcome.TokenRefused}
   */
  public Outcome ask(
      Channel channel, Delivery.HttpCall call, Function<RawResponse, Outcome> reading) {
    return carryOut(channel, new Exchange(roads.of(channel.road()).calls(), call, reading));
  }

  /** Carries out a call that belongs to no channel; empty when nothing came back. */
  public Optional<RawResponse> call(Road road, Delivery.HttpCall call) {
    return switch (roads.of(road).calls().call(call, Optional.empty())) {
      case Http.Response.Got(var response) -> Optional.of(response);
      case Http.Response.None none -> Optional.empty();
    };
  }

  /**
   * Asks a channel's platform who stands behind an id.
   *
   * @return the account, the id itself where the platform knows no other, or what became of the
   *     call; never {@link Outcome.TokenRefused}
   */
  public Accounts.Found resolve(Channel channel, Accounts accounts, String id) {
    var found = new ArrayList<Accounts.Found>();
    var exchange =
        new Exchange(
            roads.of(channel.road()).calls(),
            accounts.call(id),
            response -> {
              found.add(accounts.read(id, response));
              return found.getLast() instanceof Accounts.Found.Failed(Outcome outcome)
                  ? outcome
                  : Outcome.Accepted.PLAIN;
            });
    Outcome outcome = carryOut(channel, exchange);
    return outcome instanceof Outcome.Accepted
        ? found.getLast()
        : new Accounts.Found.Failed(outcome);
  }

  /**
   * Fetches what this channel's platform keeps under this id, as {@link #send} carries out calls.
   *
   * @return the bytes, or what became of the call; never {@link Outcome.TokenRefused}. More than
   *     the limit is refused as {@code too_large}
   */
  public Fetched fetch(Channel channel, MediaSource source, String mediaId) {
    var got = new ArrayList<Fetched>();
    var exchange =
        new Exchange(
            roads.of(channel.road()).files(),
            source.fetch(mediaId),
            response -> {
              got.add(source.read(response));
              return outcome(got.getLast());
            });
    return switch (carryOut(channel, exchange)) {
      case Outcome.Accepted accepted -> got.getLast();
      case Outcome.TryAgain again when again.code().equals(Http.TOO_LONG) ->
          new Fetched.Failed(new Outcome.Refused("too_large", again.platformCode()));
      case Outcome failed -> new Fetched.Failed(failed);
    };
  }

  private static Outcome outcome(Fetched fetched) {
    return switch (fetched) {
      case Fetched.Bytes bytes -> Outcome.Accepted.PLAIN;
      case Fetched.Failed(Outcome outcome) -> outcome;
    };
  }

  /** A call, through which sockets it goes, and how its response is read. */
  private record Exchange(
      Http http, Delivery.HttpCall call, Function<RawResponse, Outcome> reading) {
    Outcome with(Optional<String> token) {
      return switch (http.call(call, token)) {
        case Http.Response.Got(var response) -> reading.apply(response);
        case Http.Response.None(Outcome.TryAgain again) -> again;
      };
    }
  }

  private Outcome carryOut(Channel channel, Exchange exchange) {
    return channel
        .tokens()
        .filter(source -> exchange.call().tokenParameter().isPresent())
        .map(source -> keyToTokens.computeIfAbsent(source.key(), key -> tokens(channel)))
        .map(tokens -> withToken(exchange, tokens))
        .orElseGet(() -> settled(exchange.with(Optional.empty())));
  }

  private AccessTokens tokens(Channel channel) {
    var source = channel.tokens().orElseThrow();
    return new AccessTokens(
        source.key(),
        () -> fetchToken(source, roads.of(channel.road()).calls()),
        TOKEN_LEASE,
        store,
        clock);
  }

  private TokenSource.Fetched fetchToken(TokenSource source, Http http) {
    return switch (http.call(source.fetch(), Optional.empty())) {
      case Http.Response.None(Outcome.TryAgain again) -> new TokenSource.Fetched.Failed(again);
      case Http.Response.Got(var response) -> source.read(response);
    };
  }

  private static Outcome withToken(Exchange exchange, AccessTokens tokens) {
    return switch (tokens.token()) {
      case AccessTokens.Token.Missing(Outcome outcome) -> outcome;
      case AccessTokens.Token.Ready(String first) -> {
        Outcome outcome = exchange.with(Optional.of(first));
        if (!(outcome instanceof Outcome.TokenRefused)) {
          yield outcome;
        }
        tokens.refuse(first);
        yield again(exchange, tokens);
      }
    };
  }

  private static Outcome again(Exchange exchange, AccessTokens tokens) {
    return switch (tokens.token()) {
      case AccessTokens.Token.Missing(Outcome outcome) -> outcome;
      case AccessTokens.Token.Ready(String second) -> settled(exchange.with(Optional.of(second)));
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
    roads.close();
  }
}
