package org.lanshao.program;

import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.lanshao.Ports;
import redis.embedded.RedisServer;

/** A Redis server as a process of its own, which can be stopped, started and flushed. */
final class Redis implements AutoCloseable {
  private final int port = Ports.free();
  private RedisServer server = start();

  private RedisServer start() {
    try {
      var started =
          RedisServer.newRedisServer()
              .port(port)
              .setting("save \"\"")
              .setting("bind 127.0.0.1")
              .build();
      started.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String uri() {
    return "redis://127.0.0.1:" + port;
  }

  /** Ends it; what it held is gone. */
  void stop() {
    try {
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it again, empty. */
  void restart() {
    server = start();
  }

  /** Empties it. */
  void flush() {
    try (var client = RedisClient.create(uri());
        var connection = client.connect()) {
      connection.sync().flushall();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
