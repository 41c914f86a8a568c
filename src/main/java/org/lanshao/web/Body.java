package org.lanshao.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a request's body up to a limit. */
final class Body {
  /** The limit of every route but that of photos and files. */
  static final int LIMIT = 64 * 1024;

  /**
   * A client that goes on so far past the limit is not waited for: its connection is closed. Most
   * clients look for an answer only when they have sent all; the time that they may take has a
   * bound of its own.
   */
  private static final int GIVE_UP = 32 * 1024 * 1024;

  private final HttpServerRequest request;
  private final int limit;
  private final Consumer<byte[]> then;
  private final Runnable tooLong;
  private Buffer read = Buffer.buffer();
  private int size;
  private boolean isRefused;

  private Body(HttpServerRequest request, int limit, Consumer<byte[]> then, Runnable tooLong) {
    this.request = request;
    this.limit = limit;
    this.then = then;
    this.tooLong = tooLong;
  }

  /**
   * Hands the whole body to {@code then}, or runs {@code tooLong} as soon as it proves too long, by
   * its head already where that tells. What is left of it is read and dropped, so that the client
   * gets to see the answer.
   */
  static void read(HttpServerRequest request, int limit, Consumer<byte[]> then, Runnable tooLong) {
    var body = new Body(request, limit, then, tooLong);
    request.handler(body::onChunk);
    request.endHandler(end -> body.onEnd());
    if (isSaidLonger(request.getHeader("Content-Length"), limit)) {
      body.refuse();
    }
  }

  /** Netty has let no other length through than digits. */
  private static boolean isSaidLonger(@Nullable String length, int limit) {
    return length != null && Long.parseLong(length.strip()) > limit;
  }

  private void onChunk(Buffer chunk) {
    size += chunk.length();
    if (size > limit + GIVE_UP) {
      request.connection().close();
    } else if (size > limit) {
      refuse();
    } else if (!isRefused) {
      read = read.length() == 0 ? chunk : read.appendBuffer(chunk);
    }
  }

  private void refuse() {
    if (!isRefused) {
      isRefused = true;
      read = Buffer.buffer();
      tooLong.run();
    }
  }

  private void onEnd() {
    if (!isRefused) {
      then.accept(read.getBytes());
    }
  }
}
