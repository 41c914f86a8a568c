package org.lanshao.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import org.lanshao.channel.Channel;
import org.lanshao.channel.RawResponse;
import org.lanshao.channel.Received;
import org.lanshao.message.Inbound;

/**
 * {@code GET} and {@code POST /webhook/{channel}}: what platforms call. Its road is kept short: it
 * carries nearly all of the load.
 */
final class Webhooks {
  static final String PREFIX = "/webhook/";
  private static final byte[] NO_BODY = {};

  private final Map<String, Channel> nameToChannel;
  private final Intake intake;
  private final LastHeard heard;

  /** For these channels, by name; the sandbox is not one of them, it has its own door. */
  Webhooks(Map<String, Channel> nameToChannel, Intake intake, LastHeard heard) {
    this.nameToChannel = Map.copyOf(nameToChannel);
    this.intake = intake;
    this.heard = heard;
  }

  /** Handles a request to the channel of this name, which may not exist. */
  void handle(HttpServerRequest request, String name) {
    var channel = nameToChannel.get(name);
    if (channel == null) {
      intake.refuse(request, "unknown", new Received.Refused(404, "channel"));
    } else if (request.method().equals(HttpMethod.POST)) {
      intake.body(request, channel, body -> onRead(request, channel, body));
    } else if (request.method().equals(HttpMethod.GET)) {
      onRead(request, channel, NO_BODY);
    } else {
      request.response().putHeader("Allow", "GET, POST");
      intake.refuse(request, channel.name().text(), new Received.Refused(405, "method"));
    }
  }

  private void onRead(HttpServerRequest request, Channel channel, byte[] body) {
    switch (intake.read(channel, request, body)) {
      case Received.Answer(RawResponse response) -> Answers.send(request.response(), response);
      case Received.Refused refused -> intake.refuse(request, channel.name().text(), refused);
      case Received.Message(Inbound inbound) -> {
        heard.heard(channel.name().text());
        intake.take(channel, inbound, taken -> Answers.send(request.response(), taken));
      }
    }
  }
}
