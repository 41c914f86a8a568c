package org.lanshao.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Reads a request's body up to a limit. */
final class Body {
  /** The limit of every route but that of photos and files. */
  static final int LIMIT = 64 * 1024;

  /** A client that goes on so far past the limit is not waited for: its connection is closed. */
  private static final int GIVE_UP = 4 * 1024 * 1024;

  private final HttpServerRequest request;
  private final int limit;
  private final Consumer<byte[]> then;
  private final Runnable tooLong;
  private Buffer read = Buffer.buffer();
  private int size;

  private Body(HttpServerRequest request, int limit, Consumer<byte[]> then, Runnable tooLong) {
    this.request = request;
    this.limit = limit;
    this.then = then;
    this.tooLong = tooLong;
  }

  /**
   * Hands the whole body to {@code then}, or runs {@code tooLong} as soon as it proves too long.
   * What is left of it is read and dropped, so that the client gets to see the answer.
   */
  static void read(HttpServerRequest request, int limit, Consumer<byte[]> then, Runnable tooLong) {
    var body = new Body(request, limit, then, tooLong);
    request.handler(body::onChunk);
    request.endHandler(end -> body.onEnd());
  }

  private void onChunk(Buffer chunk) {
    int before = size;
    size += chunk.length();
    if (size > limit + GIVE_UP) {
      request.connection().close();
    } else if (size <= limit) {
      read = read.length() == 0 ? chunk : read.appendBuffer(chunk);
    } else if (before <= limit) {
      read = Buffer.buffer();
      tooLong.run();
    }
  }

  private void onEnd() {
    if (size <= limit) {
      then.accept(read.getBytes());
    }
  }
}
