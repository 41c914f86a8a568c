package org.lanshao.channel.wecom;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.lanshao.channel.Channel;
import org.lanshao.channel.RawRequest;
import org.lanshao.channel.RawResponse;
import org.lanshao.channel.Received;
import org.lanshao.message.Inbound;
import org.lanshao.message.Reply;

/** A real server on loopback that answers callbacks of a channel, without a desk behind it. */
final class CallbackServer implements AutoCloseable {
  private static final Instant NOW = Instant.parse("2026-11-18T02:00:00Z");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final HttpServer server;
  private final Channel channel;
  private final Function<Inbound, Reply> desk;

  CallbackServer(Vertx vertx, Channel channel, Function<Inbound, Reply> desk) {
    this.channel = channel;
    this.desk = desk;
    this.server =
        vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1").await();
  }

  private void handle(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              RawResponse response = answer(raw(request, body));
              request
                  .response()
                  .setStatusCode(response.status())
                  .putHeader("content-type", response.contentType())
                  .end(Buffer.buffer(response.body()));
            });
  }

  private static RawRequest raw(HttpServerRequest request, Buffer body) {
    Map<String, String> query = new HashMap<>();
    request.params().forEach(query::put);
    return new RawRequest(request.method().name(), query, body.getBytes());
  }

  private RawResponse answer(RawRequest request) {
    return switch (channel.read(request, NOW)) {
      case Received.Message(Inbound inbound) ->
          channel.answer(inbound, desk.apply(inbound), NOW).orElseThrow();
      case Received.Answer(RawResponse response) -> response;
      case Received.Refused(int status, String ignored) -> RawResponse.status(status);
    };
  }

  HttpResponse<String> get(String rawQuery) throws IOException, InterruptedException {
    return CLIENT.send(request(rawQuery).GET().build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String rawQuery, String body) throws IOException, InterruptedException {
    var request = request(rawQuery).POST(BodyPublishers.ofString(body)).build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String rawQuery) {
    String address = "http://127.0.0.1:" + server.actualPort() + "/webhook/wecom?" + rawQuery;
    return HttpRequest.newBuilder(URI.create(address));
  }

  @Override
  public void close() {
    server.close().await();
  }
}
