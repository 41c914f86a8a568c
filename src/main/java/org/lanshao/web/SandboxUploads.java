package org.lanshao.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Optional;
import org.lanshao.channel.Channel;
import org.lanshao.channel.RawResponse;
import org.lanshao.channel.Received;
import org.lanshao.turn.MediaFiles;

/**
 * {@code POST /sandbox/media} takes a picture or file as the body and answers {@code
 * {"media":"<id>"}}; {@code GET /sandbox/media/<id>} gives it back. {@code GET
 * /sandbox/sent/<hash>} gives what the desk sends.
 */
final class SandboxUploads {
  private final Vertx vertx;
  private final Channel channel;
  private final Uploads uploads;
  private final MediaFiles sent;
  private final Intake intake;

  SandboxUploads(Vertx vertx, Sandbox sandbox, Intake intake) {
    this.vertx = vertx;
    this.channel = sandbox.channel();
    this.uploads = sandbox.uploads();
    this.sent = sandbox.sent();
    this.intake = intake;
  }

  void addTo(Router router) {
    router.post("/sandbox/media").handler(context -> take(context.request()));
    router.get("/sandbox/media/:id").handler(context -> give(context, uploads::read));
    router.get("/sandbox/sent/:id").handler(context -> give(context, this::sent));
  }

  private void take(HttpServerRequest request) {
    intake.body(request, channel, uploads.limit(), body -> keep(request, body));
  }

  private void keep(HttpServerRequest request, byte[] body) {
    if (body.length == 0) {
      intake.refuse(request, channel.name().text(), new Received.Refused(400, "empty"));
      return;
    }
    vertx
        .executeBlocking(() -> uploads.keep(body), false)
        .onSuccess(id -> Answers.json(request.response(), 200, "{\"media\":\"" + id + "\"}"))
        .onFailure(disk -> Answers.refuse(request.response(), 503, "unavailable"));
  }

  private Optional<byte[]> sent(String hash) throws IOException {
    return hash.matches("[0-9a-f]{64}") ? sent.read(hash) : Optional.empty();
  }

  /** Finds the bytes of an id; empty when there are none. */
  private interface Finding {
    Optional<byte[]> bytes(String id) throws IOException;
  }

  private void give(RoutingContext context, Finding finding) {
    var id = String.valueOf(context.pathParam("id"));
    vertx
        .executeBlocking(() -> finding.bytes(id), false)
        .onSuccess(bytes -> give(context, bytes))
        .onFailure(disk -> Answers.refuse(context.response(), 503, "unavailable"));
  }

  /**
   * Bytes of anybody: shown in the page's own pictures, otherwise saved, and nothing of it runs.
   */
  private static void give(RoutingContext context, Optional<byte[]> bytes) {
    var response = context.response();
    if (bytes.isEmpty()) {
      Answers.refuse(response, 404, "media");
      return;
    }
    response
        .putHeader("Content-Security-Policy", "default-src 'none'; sandbox")
        .putHeader("Content-Disposition", "attachment")
        .putHeader("Cache-Control", "private, no-store");
    Answers.send(response, new RawResponse(200, "application/octet-stream", bytes.get()));
  }
}
