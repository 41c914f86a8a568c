package org.lanshao.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.lanshao.channel.RawResponse;

/**
 * The routes of the management port: {@code /health/live} is 200 as long as the process answers,
 * {@code /health/ready} is 200 or 503 and names each check, {@code /metrics} is Prometheus text.
 */
public final class ManagementRoutes implements Handler<HttpServerRequest> {
  private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

  private final Map<String, BooleanSupplier> nameToCheck;
  private final Map<String, Supplier<String>> nameToNote;
  private final PrometheusMeterRegistry meters;

  /**
   * Checks and notes are asked on the event loop and must not wait.
   *
   * @param nameToNote what is worth knowing but keeps nobody from being served
   */
  public ManagementRoutes(
      Map<String, BooleanSupplier> nameToCheck,
      Map<String, Supplier<String>> nameToNote,
      PrometheusMeterRegistry meters) {
    this.nameToCheck = new LinkedHashMap<>(nameToCheck);
    this.nameToNote = new LinkedHashMap<>(nameToNote);
    this.meters = meters;
  }

  @Override
  public void handle(HttpServerRequest request) {
    var response = request.response();
    if (!request.method().equals(HttpMethod.GET)) {
      response.putHeader("Allow", "GET");
      Answers.refuse(response, 405, "method");
      return;
    }
    switch (String.valueOf(request.path())) {
      case "/health/live" -> Answers.json(response, 200, "{\"live\":true}");
      case "/health/ready" -> ready(request);
      case "/metrics" ->
          Answers.send(
              response,
              new RawResponse(200, METRICS, meters.scrape().getBytes(StandardCharsets.UTF_8)));
      default -> Answers.refuse(response, 404, "path");
    }
  }

  private void ready(HttpServerRequest request) {
    var root = JsonNodeFactory.instance.objectNode();
    var checks = JsonNodeFactory.instance.objectNode();
    boolean ready = true;
    for (var check : nameToCheck.entrySet()) {
      boolean good = check.getValue().getAsBoolean();
      checks.put(check.getKey(), good);
      ready &= good;
    }
    root.put("ready", ready).set("checks", checks);
    nameToNote.forEach((name, note) -> root.put(name, note.get()));
    Answers.json(request.response(), ready ? 200 : 503, root.toString());
  }
}
