package org.lanshao.web;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * An HTTP/1.1 server on one event loop, with a bound on everything a client can make it hold: the
 * request line, the headers, the time a request may take to arrive, and the number of connections.
 */
public final class WebServer {
  private static final int MAX_LINE_BYTES = 8 * 1024;
  private static final int MAX_HEADER_BYTES = 16 * 1024;

  private final HttpServer server;
  private final Connections connections;
  private final Listen listen;

  /** A server that is not started. */
  public WebServer(Vertx vertx, Listen listen, Handler<HttpServerRequest> routes) {
    this(vertx, listen, routes, new Connections(vertx));
  }

  /** With other limits on its connections. */
  WebServer(
      Vertx vertx, Listen listen, Handler<HttpServerRequest> routes, Connections connections) {
    this.listen = listen;
    this.connections = connections;
    this.server =
        vertx
            .createHttpServer(options())
            .connectionHandler(connections::opened)
            .requestHandler(
                request -> {
                  connections.began(request);
                  routes.handle(request);
                });
  }

  private static HttpServerOptions options() {
    return new HttpServerOptions()
        .setMaxInitialLineLength(MAX_LINE_BYTES)
        .setMaxHeaderSize(MAX_HEADER_BYTES)
        .setHandle100ContinueAutomatically(true)
        .setHttp2ClearTextEnabled(false)
        // Nothing here speaks WebSocket: its handlers need not look at every request.
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setReuseAddress(true);
  }

  /** Starts to listen and tells the port; fails if the address cannot be had. */
  public Future<Integer> start() {
    connections.startWatch();
    return server.listen(listen.port(), listen.host()).map(HttpServer::actualPort);
  }

  /** Takes no more requests, lets those in hand finish for at most {@code grace}, then closes. */
  public Future<Void> stop(Duration grace) {
    connections.stopWatch();
    return server.shutdown(grace.toMillis(), TimeUnit.MILLISECONDS);
  }
}
