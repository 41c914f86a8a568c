package org.lanshao.transport;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.codec.spi.BodyStream;
import org.jspecify.annotations.Nullable;

/** Keeps a response's body in memory up to a limit; a longer one fails and is not kept. */
final class BoundedBody implements BodyStream<Buffer> {
  private final int limit;
  private final Promise<Buffer> whole = Promise.promise();
  private Buffer read = Buffer.buffer();

  /** At most {@code limit} bytes. */
  BoundedBody(int limit) {
    this.limit = limit;
  }

  /** A body went over the limit. */
  static final class TooLong extends Exception {
    private static final long serialVersionUID = 1;
  }

  @Override
  public Future<Void> write(Buffer chunk) {
    if (read.length() + chunk.length() <= limit) {
      read.appendBuffer(chunk);
      return Future.succeededFuture();
    }
    var tooLong = new TooLong();
    whole.tryFail(tooLong);
    return Future.failedFuture(tooLong);
  }

  @Override
  public Future<Void> end() {
    whole.tryComplete(read);
    return Future.succeededFuture();
  }

  @Override
  public Future<Buffer> result() {
    return whole.future();
  }

  /** The connection broke while the body came. */
  @Override
  public void handle(Throwable broken) {
    whole.tryFail(broken);
  }

  @Override
  public BoundedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
    return this;
  }

  @Override
  public BoundedBody setWriteQueueMaxSize(int size) {
    return this;
  }

  @Override
  public boolean writeQueueFull() {
    return false;
  }

  @Override
  public BoundedBody drainHandler(@Nullable Handler<Void> handler) {
    return this;
  }
}
