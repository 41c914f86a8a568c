package org.lanshao.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import org.lanshao.channel.RawResponse;

/** Writes answers; the only place that turns a refusal or a failure into HTTP. */
final class Answers {
  static final String JSON = "application/json; charset=utf-8";

  private Answers() {}

  /** Sends it; nothing happens if the client is gone or has its answer already. */
  static void send(HttpServerResponse response, RawResponse raw) {
    if (response.ended() || response.closed()) {
      return;
    }
    response.setStatusCode(raw.status());
    if (raw.status() == 503) {
      response.putHeader("Retry-After", "1");
    }
    if (!raw.contentType().isEmpty()) {
      response.putHeader("Content-Type", raw.contentType());
    }
    response.end(Buffer.buffer(raw.body()));
  }

  /** Sends JSON that is not to be kept by anybody. */
  static void json(HttpServerResponse response, int status, String json) {
    response.putHeader("Cache-Control", "no-store");
    send(response, new RawResponse(status, JSON, json.getBytes(StandardCharsets.UTF_8)));
  }

  /** {@code {"error":"size"}}: a stable code and nothing else. */
  static void refuse(HttpServerResponse response, int status, String code) {
    json(response, status, "{\"error\":\"" + code + "\"}");
  }
}
