package org.lanshao.transport;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawResponse;
import org.lanshao.channel.Road;

/** Carries out HTTP calls. Its methods block: call them on virtual threads. */
final class Http implements AutoCloseable {
  /** The code of a response over its limit. */
  static final String TOO_LONG = "answer_size";

  private final WebClient client;
  private final TransportLimits limits;

  /** The code of a certificate that nobody vouches for. */
  private static final String NOT_TRUSTED = "not_trusted";

  Http(Vertx vertx, TransportLimits limits, Road road) {
    var options =
        new WebClientOptions()
            .setUserAgentEnabled(false)
            .setFollowRedirects(false)
            .setConnectTimeout(Math.toIntExact(limits.connect().toMillis()));
    road.proxy().ifPresent(proxy -> options.setProxyOptions(options(proxy)));
    road.authorities()
        .ifPresent(
            file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
    var pool =
        new PoolOptions()
            .setHttp1MaxSize(limits.connections())
            .setMaxWaitQueueSize(4 * limits.connections());
    this.client = WebClient.create(vertx, options, pool);
    this.limits = limits;
  }

  private static ProxyOptions options(URI proxy) {
    return new ProxyOptions()
        .setType(ProxyType.HTTP)
        .setHost(proxy.getHost())
        .setPort(proxy.getPort());
  }

  /** What came back. */
  sealed interface Response {
    /** A response of whatever status. */
    record Got(RawResponse response) implements Response {}

    /** None; it is not known whether the platform took the call. */
    record None(Outcome.TryAgain again) implements Response {}
  }

  /**
   * Calls.
   *
   * @param token the access token; used if the call has a parameter for it
   */
  Response call(Delivery.HttpCall call, Optional<String> token) {
    try {
      HttpRequest<Buffer> request =
          client
              .requestAbs(HttpMethod.valueOf(call.method()), call.uri())
              .timeout(limits.response().toMillis())
              .as(() -> new BoundedBody(limits.bytes()));
      call.headers().forEach(request::putHeader);
      call.tokenParameter().ifPresent(name -> request.addQueryParam(name, token.orElse("")));
      return new Response.Got(response(request.sendBuffer(Buffer.buffer(call.body())).await()));
    } catch (Exception e) {
      return new Response.None(failure(e));
    }
  }

  private static RawResponse response(HttpResponse<Buffer> response) {
    Buffer body = response.bodyAsBuffer();
    String type = response.getHeader("content-type");
    return new RawResponse(
        response.statusCode(),
        type == null ? "" : type,
        body == null ? new byte[0] : body.getBytes());
  }

  /** The exception itself is not kept: its message may hold the address with its secrets. */
  private static Outcome.TryAgain failure(Exception e) {
    String code =
        switch (e) {
          case TimeoutException late -> "timeout";
          case BoundedBody.TooLong tooLong -> TOO_LONG;
          case SSLException broken -> NOT_TRUSTED;
          default -> "unreachable";
        };
    return new Outcome.TryAgain(Duration.ofSeconds(1), code, e.getClass().getSimpleName());
  }

  @Override
  public void close() {
    client.close();
  }
}
