package org.lanshao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class ManagementRoutesTest {
  private final AtomicBoolean store = new AtomicBoolean(true);
  private final AtomicReference<String> forms = new AtomicReference<>("current");
  private final AtomicBoolean other = new AtomicBoolean(true);
  private final Vertx vertx = Vertx.vertx();
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebServer server = new WebServer(vertx, new Listen("127.0.0.1", 0), routes());
  private final int port = server.start().await();

  private ManagementRoutes routes() {
    Map<String, BooleanSupplier> checks = new LinkedHashMap<>();
    checks.put("store", store::get);
    checks.put("other", other::get);
    return new ManagementRoutes(checks, Map.of("forms", forms::get), meters);
  }

  @AfterEach
  void stop() {
    http.shutdownNow();
    server.stop(Duration.ofSeconds(1)).await();
    vertx.close().await();
  }

  @Test
  void aServerThatIsReadyNamesItsChecks() throws Exception {
    var answer = call("GET", "/health/ready");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"ready\":true,\"checks\":{\"store\":true,\"other\":true},\"forms\":\"current\"}");
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("application/json; charset=utf-8");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void oneCheckThatFailsMakesItNotReadyUntilItHoldsAgain() throws Exception {
    store.set(false);
    var down = call("GET", "/health/ready");

    assertThat(down.statusCode()).isEqualTo(503);
    assertThat(down.body())
        .isEqualTo(
            "{\"ready\":false,\"checks\":{\"store\":false,\"other\":true},\"forms\":\"current\"}");
    assertThat(down.headers().firstValue("Retry-After")).hasValue("1");

    store.set(true);
    assertThat(call("GET", "/health/ready").statusCode()).isEqualTo(200);
  }

  @Test
  void refusedFormsAreToldButItStaysReady() throws Exception {
    forms.set("refused");
    var answer = call("GET", "/health/ready");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).endsWith(",\"forms\":\"refused\"}");
  }

  @Test
  void aServerThatIsNotReadyLivesAllTheSame() throws Exception {
    store.set(false);
    other.set(false);
    var answer = call("GET", "/health/live");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"live\":true}");
  }

  @Test
  void metricsAreTextForPrometheusWithWhatWasCounted() throws Exception {
    new Refusals(meters).count("wecom", "signature");
    meters.timer("lanshao.turn").record(Duration.ofMillis(500));
    var answer = call("GET", "/metrics");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("text/plain; version=0.0.4; charset=utf-8");
    assertThat(answer.body().lines())
        .contains(
            "# TYPE lanshao_refusals_total counter",
            "lanshao_refusals_total{channel=\"wecom\",code=\"signature\"} 1.0",
            "lanshao_turn_seconds_count 1",
            "lanshao_turn_seconds_sum 0.5");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /health/live, 405, method",
    "DELETE, /metrics, 405, method",
    "GET, /health, 404, path",
    "GET, /health/ready/, 404, path",
    "GET, /sandbox/people, 404, path",
  })
  void whatIsNotThereIsRefused(String method, String path, int status, String code)
      throws Exception {
    var answer = call(method, path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo("{\"error\":\"%s\"}".formatted(code));
    assertThat(answer.headers().firstValue("Allow").isPresent()).isEqualTo(status == 405);
  }

  private HttpResponse<String> call(String method, String path)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .version(HttpClient.Version.HTTP_1_1);
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
