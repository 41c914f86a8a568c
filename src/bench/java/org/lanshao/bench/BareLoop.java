package org.lanshao.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The limit of sending: the same calls over the same pool, and nothing else. */
final class BareLoop {
  private final WebClient client;
  private final String uri;
  private final Buffer body;
  private final int pool;

  BareLoop(Vertx vertx, String uri, byte[] body, int pool) {
    this.client =
        WebClient.create(vertx, new WebClientOptions(), new PoolOptions().setHttp1MaxSize(pool));
    this.uri = uri;
    this.body = Buffer.buffer(body);
    this.pool = pool;
  }

  /** Sends so many; the calls per second. */
  double perSecond(int count) throws InterruptedException {
    var left = new AtomicInteger(count);
    var open = new CountDownLatch(count);
    long start = System.nanoTime();
    for (int i = 0; i < pool; i++) {
      next(left, open);
    }
    open.await();
    return count * 1e9 / (System.nanoTime() - start);
  }

  private void next(AtomicInteger left, CountDownLatch open) {
    if (left.getAndDecrement() > 0) {
      client
          .postAbs(uri)
          .putHeader("content-type", "application/json; charset=utf-8")
          .addQueryParam("access_token", "T1")
          .sendBuffer(body)
          .onComplete(
              answer -> {
                if (answer.failed()
                    || !String.valueOf(answer.result().bodyAsString()).contains("\"errcode\":0")) {
                  throw new IllegalStateException("the platform did not take a message");
                }
                open.countDown();
                next(left, open);
              });
    }
  }

  void close() {
    client.close();
  }
}
