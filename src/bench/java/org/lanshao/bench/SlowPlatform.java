package org.lanshao.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * WeCom's side of sending, as a process of its own: every message is taken after a while, and its
 * id is when it came, in nanoseconds of this machine.
 */
final class SlowPlatform {
  private SlowPlatform() {}

  /** Takes a port and the milliseconds that it lets a message wait. */
  public static void main(String[] args) {
    int port = Integer.parseInt(args[0]);
    long delay = Long.parseLong(args[1]);
    var vertx = Vertx.vertx();
    vertx
        .createHttpServer()
        .requestHandler(request -> handle(vertx, delay, request))
        .listen(port, "127.0.0.1")
        .await();
  }

  private static void handle(Vertx vertx, long delay, HttpServerRequest request) {
    long arrived = System.nanoTime();
    if (String.valueOf(request.path()).endsWith("/send")) {
      request
          .body()
          .onSuccess(
              body -> vertx.setTimer(delay, timer -> answer(request, "\"msgid\":\"%d\"", arrived)));
    } else {
      answer(request, "\"access_token\":\"T%d\",\"expires_in\":7200", 1);
    }
  }

  private static void answer(HttpServerRequest request, String more, long number) {
    HttpServerResponse response = request.response();
    response.putHeader("content-type", "application/json");
    var unused = response.end("{\"errcode\":0,\"errmsg\":\"ok\"," + more.formatted(number) + "}");
  }
}
