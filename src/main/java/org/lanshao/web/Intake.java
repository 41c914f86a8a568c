package org.lanshao.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.lanshao.channel.Channel;
import org.lanshao.channel.RawRequest;
import org.lanshao.channel.RawResponse;
import org.lanshao.channel.Received;
import org.lanshao.message.Inbound;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one request through its channel to the desk and back: the one place that maps what became
 * of it to HTTP. Bad input is never a 5xx.
 */
final class Intake {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private static final Received.Refused TOO_LONG = new Received.Refused(413, "size");

  /** In characters; platforms give ids of up to 64, for chats and people each. */
  private static final int LONGEST_ID = 400;

  private final Reception reception;
  private final InstantSource clock;
  private final Refusals refusals;

  Intake(Reception reception, InstantSource clock, Refusals refusals) {
    this.reception = reception;
    this.clock = clock;
    this.refusals = refusals;
  }

  /** The time, as requests are stamped with it. */
  Instant now() {
    return clock.instant();
  }

  /** Reads the body and hands it on, or refuses it as too long. */
  void body(HttpServerRequest request, Channel channel, Consumer<byte[]> then) {
    body(request, channel, Body.LIMIT, then);
  }

  /** The same with another limit, in bytes. */
  void body(HttpServerRequest request, Channel channel, int limit, Consumer<byte[]> then) {
    Body.read(request, limit, then, () -> refuse(request, channel.name().text(), TOO_LONG));
  }

  /** What a platform's request turned out to be. */
  Received read(Channel channel, HttpServerRequest request, byte[] body) {
    try {
      return fitting(channel.read(raw(request, body), clock.instant()));
    } catch (IllegalArgumentException badEncoding) {
      return new Received.Refused(400, "encoding");
    } catch (RuntimeException bug) {
      log("read", channel, bug);
      return new Received.Refused(400, "unreadable");
    }
  }

  /** A message whose ids are too long to be any platform's could not be stored. */
  private static Received fitting(Received read) {
    return read instanceof Received.Message(Inbound inbound)
            && (inbound.messageId().length() > LONGEST_ID
                || inbound.conversation().key().length() > LONGEST_ID)
        ? new Received.Refused(400, "id")
        : read;
  }

  /**
   * Hands it to the desk, and what comes back to {@code then}, on the event loop that this is
   * called on. A failure is a 503, so that the platform sends again.
   */
  void take(Channel channel, Inbound inbound, Consumer<RawResponse> then) {
    Executor here = WayBack.toHere();
    receive(channel, inbound, here)
        .otherwise(failure -> unavailable(channel, failure))
        .onSuccess(response -> here.execute(() -> then.accept(response)));
  }

  private Future<RawResponse> receive(Channel channel, Inbound inbound, Executor here) {
    try {
      return reception.receive(channel, inbound, here);
    } catch (RuntimeException bug) {
      return Future.failedFuture(bug);
    }
  }

  private static RawResponse unavailable(Channel channel, Throwable failure) {
    if (!(failure instanceof Unavailable)) {
      log("receive", channel, failure);
    }
    return RawResponse.status(503);
  }

  /** Counts and answers a refusal. */
  void refuse(HttpServerRequest request, String channel, Received.Refused refused) {
    refusals.count(channel, refused.code());
    Answers.refuse(request.response(), refused.status(), refused.code());
  }

  /** An exception's message may hold what people wrote: only its kind and place are logged. */
  private static void log(String step, Channel channel, Throwable failure) {
    var trace = failure.getStackTrace();
    LOG.atError()
        .addKeyValue("channel", channel.name())
        .addKeyValue("step", step)
        .addKeyValue("failure", failure.getClass().getName())
        .addKeyValue("at", trace.length == 0 ? "?" : trace[0])
        .log("request failed");
  }

  private static RawRequest raw(HttpServerRequest request, byte[] body) {
    Map<String, String> query = new HashMap<>();
    if (request.query() != null) {
      request.params(true).forEach(e -> query.put(e.getKey(), e.getValue()));
    }
    return new RawRequest(request.method().name(), query, body);
  }
}
