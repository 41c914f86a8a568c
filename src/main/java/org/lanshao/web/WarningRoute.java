package org.lanshao.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.Executor;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /warning/cap}: a warning comes in, from whoever knows the token. */
final class WarningRoute {
  static final String PATH = "/warning/cap";
  private static final Logger LOG = LoggerFactory.getLogger(WarningRoute.class);
  private static final String BEARER = "Bearer ";
  private static final String CHANNEL = "warning";

  /** Of a document; those of the weather services have a few thousand bytes. */
  private static final int LIMIT = 256 * 1024;

  private final Warnings warnings;
  private final byte[] token;
  private final Refusals refusals;

  WarningRoute(PublicRoutes.WarningDoor door, Refusals refusals) {
    this.warnings = door.warnings();
    this.token = door.token().getBytes(StandardCharsets.UTF_8);
    this.refusals = refusals;
  }

  void handle(HttpServerRequest request) {
    if (token.length == 0) {
      refuse(request, 404, "path");
    } else if (!request.method().equals(HttpMethod.POST)) {
      request.response().putHeader("Allow", "POST");
      refuse(request, 405, "method");
    } else if (!knowsToken(request)) {
      request.response().putHeader("WWW-Authenticate", "Bearer");
      refuse(request, 401, "token");
    } else {
      Executor here = WayBack.toHere();
      Body.read(
          request, LIMIT, body -> take(request, body, here), () -> refuse(request, 413, "size"));
    }
  }

  private boolean knowsToken(HttpServerRequest request) {
    var authorization = request.getHeader("Authorization");
    return authorization != null
        && authorization.startsWith(BEARER)
        && MessageDigest.isEqual(
            authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8),
            token);
  }

  private void take(HttpServerRequest request, byte[] body, Executor here) {
    warnings
        .take(body, here)
        .whenCompleteAsync(
            (answer, failure) -> {
              if (failure == null) {
                answer(request, answer);
              } else {
                unavailable(request, failure);
              }
            },
            here);
  }

  private void answer(HttpServerRequest request, String answer) {
    int status = Integer.parseInt(answer.substring(0, 3));
    if (status != 200) {
      refusals.count(CHANNEL, answer.replaceFirst("^.*?\"error\":\"([a-z-]+)\".*$", "$1"));
    }
    Answers.json(request.response(), status, answer.substring(4));
  }

  private static void unavailable(HttpServerRequest request, Throwable failure) {
    var cause = Unavailable.cause(failure);
    if (!(cause instanceof Unavailable)) {
      LOG.atError()
          .addKeyValue("code", "warning-failed")
          .addKeyValue("failure", cause.getClass().getName())
          .log("a warning could not be taken");
    }
    request.response().putHeader("Retry-After", "1");
    Answers.refuse(request.response(), 503, "unavailable");
  }

  private void refuse(HttpServerRequest request, int status, String code) {
    refusals.count(CHANNEL, code);
    Answers.refuse(request.response(), status, code);
  }
}
