package org.lanshao.transport;

import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lanshao.channel.Road;

/** The sockets of every road that channels take. */
final class Roads implements AutoCloseable {
  private final Vertx vertx;
  private final TransportLimits limits;
  private final TransportLimits files;
  private final Map<Road, Sockets> roadToSockets = new ConcurrentHashMap<>();

  Roads(Vertx vertx, TransportLimits limits, TransportLimits files) {
    this.vertx = vertx;
    this.limits = limits;
    this.files = files;
  }

  /**
   * What leads along one road.
   *
   * @param calls for messages and questions
   * @param files for pictures and files, which are large and not urgent
   */
  record Sockets(Http calls, Http files) {}

  /** The sockets of this one. */
  Sockets of(Road road) {
    return roadToSockets.computeIfAbsent(
        road,
        wanted -> new Sockets(new Http(vertx, limits, wanted), new Http(vertx, files, wanted)));
  }

  @Override
  public void close() {
    roadToSockets
        .values()
        .forEach(
            sockets -> {
              sockets.calls().close();
              sockets.files().close();
            });
  }
}
