package org.lanshao.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps clients from holding connections: there are at most so many, and one on which no request
 * has begun for some time is closed, be it idle, half open, or sending a byte a second. An ordinary
 * idle timeout would not see the last. A response that is being streamed may go on.
 */
final class Connections {
  private static final int MAX_OPEN = 1024;
  private static final int LOOKS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Vertx vertx;
  private final int maxOpen;
  private final Duration patience;
  private final Map<HttpConnection, Watched> open = new ConcurrentHashMap<>();
  private final AtomicLong tick = new AtomicLong();
  private volatile long timer = -1;

  /** What is known of one connection. */
  private static final class Watched {
    private volatile long lastBegan;
    private volatile @Nullable HttpServerResponse response;

    private boolean isStreaming() {
      var current = response;
      return current != null && current.headWritten() && !current.ended();
    }
  }

  Connections(Vertx vertx) {
    this(vertx, MAX_OPEN, PATIENCE);
  }

  Connections(Vertx vertx, int maxOpen, Duration patience) {
    this.vertx = vertx;
    this.maxOpen = maxOpen;
    this.patience = patience;
  }

  /** A connection is closed after one to one and a half times the patience. */
  void startWatch() {
    timer = vertx.setPeriodic(Math.max(1, patience.toMillis() / LOOKS), id -> look());
  }

  void stopWatch() {
    vertx.cancelTimer(timer);
  }

  void opened(HttpConnection connection) {
    if (open.size() >= maxOpen) {
      connection.close();
      return;
    }
    var watched = new Watched();
    watched.lastBegan = tick.get();
    open.put(connection, watched);
    connection.closeHandler(gone -> open.remove(connection));
  }

  /** A request's head has arrived. */
  void began(HttpServerRequest request) {
    var watched = open.get(request.connection());
    if (watched != null) {
      watched.lastBegan = tick.get();
      watched.response = request.response();
    }
  }

  private void look() {
    long now = tick.incrementAndGet();
    open.forEach(
        (connection, watched) -> {
          if (now - watched.lastBegan > LOOKS && !watched.isStreaming()) {
            connection.close();
          }
        });
  }
}
