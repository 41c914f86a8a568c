package org.lanshao.program;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** WeCom's side for messages of the app: takes all of them and keeps them. */
final class WecomApi implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SEND = "/cgi-bin/message/send";

  private final WireMockServer server;
  private final AtomicInteger came = new AtomicInteger();

  private WecomApi(WireMockServer server) {
    this.server = server;
    server.addMockServiceRequestListener((request, response) -> note(request.getUrl()));
  }

  private void note(String url) {
    if (url.startsWith(SEND)) {
      came.incrementAndGet();
    }
  }

  /** One that needs this time for each message. */
  static WecomApi answeringAfter(Duration delay) {
    var server = new WireMockServer(options().dynamicPort().containerThreads(60));
    server.start();
    server.stubFor(
        get(urlPathEqualTo("/cgi-bin/gettoken"))
            .willReturn(okJson("{\"errcode\":0,\"access_token\":\"T\",\"expires_in\":7200}")));
    var api = new WecomApi(server);
    api.answerAfter(delay);
    return api;
  }

  /** From now on it needs this time for each message. */
  void answerAfter(Duration delay) {
    server.stubFor(
        post(urlPathEqualTo(SEND))
            .willReturn(
                okJson("{\"errcode\":0,\"msgid\":\"m\"}")
                    .withFixedDelay(Math.toIntExact(delay.toMillis()))));
  }

  String uri() {
    return "http://127.0.0.1:" + server.port();
  }

  /** How many messages came: to be asked often, for what was kept is read for all else. */
  int came() {
    return came.get();
  }

  /** When messages came, in order. */
  List<Instant> times() {
    return messages().stream()
        .map(request -> request.getLoggedDate().toInstant())
        .sorted()
        .toList();
  }

  /** The texts that came, each with whom it was for before it, and how often. */
  Map<String, Long> textToCount() {
    return messages().stream()
        .map(WecomApi::text)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static String text(LoggedRequest message) {
    try {
      var body = JSON.readTree(message.getBody());
      return body.path("touser").asText() + " " + body.at("/text/content").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<LoggedRequest> messages() {
    return server.findAll(postRequestedFor(urlPathEqualTo(SEND)));
  }

  @Override
  public void close() {
    server.stop();
  }
}
