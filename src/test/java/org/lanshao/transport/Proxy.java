package org.lanshao.transport;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetClient;
import java.net.URI;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An HTTP proxy on loopback that makes tunnels and remembers where to. */
final class Proxy implements AutoCloseable {
  private final NetClient client;
  private final HttpServer server;
  private final Queue<String> tunnels = new ConcurrentLinkedQueue<>();

  Proxy(Vertx vertx) {
    client = vertx.createNetClient();
    server = vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1").await();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  /** Where tunnels were asked to, {@code host:port}. */
  Queue<String> tunnels() {
    return tunnels;
  }

  private void handle(HttpServerRequest request) {
    if (!request.method().equals(HttpMethod.CONNECT)) {
      request.response().setStatusCode(405).end();
      return;
    }
    var authority = Objects.requireNonNull(request.authority());
    String target = authority.toString();
    tunnels.add(target);
    client
        .connect(authority.port(), authority.host())
        .onSuccess(
            there ->
                request
                    .toNetSocket()
                    .onSuccess(
                        here -> {
                          here.handler(there::write).closeHandler(end -> there.close());
                          there.handler(here::write).closeHandler(end -> here.close());
                        }))
        .onFailure(failure -> request.response().setStatusCode(502).end());
  }

  @Override
  public void close() {
    server.close().await();
    client.close().await();
  }
}
