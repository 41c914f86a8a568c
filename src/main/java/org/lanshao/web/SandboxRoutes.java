package org.lanshao.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.lanshao.channel.RawResponse;
import org.lanshao.channel.Received;
import org.lanshao.message.Inbound;

/**
 * The sandbox over HTTP: {@code POST /sandbox/messages}, {@code POST /sandbox/media} with {@code
 * GET /sandbox/media/<id>}, {@code GET /sandbox/sent/<hash>}, {@code GET /sandbox/feed}, {@code
 * GET} and {@code POST /sandbox/clock}, {@code GET /sandbox/people}, {@code GET /sandbox/groups},
 * {@code GET /sandbox/forms}, {@code GET /sandbox/forms/{form}.svg}, and the page's files.
 */
final class SandboxRoutes {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NO_REPLIES = "{\"replies\":[]}";

  private final Vertx vertx;
  private final Sandbox sandbox;
  private final Intake intake;
  private final SandboxGuard guard;
  private final SandboxEvents events;
  private final SandboxUploads uploads;

  SandboxRoutes(Vertx vertx, Sandbox sandbox, Intake intake) {
    this.vertx = vertx;
    this.sandbox = sandbox;
    this.intake = intake;
    this.guard = new SandboxGuard(sandbox.token());
    this.events = new SandboxEvents(sandbox.feed());
    this.uploads = new SandboxUploads(vertx, sandbox, intake);
  }

  void addTo(Router router) {
    router.get("/").handler(this::takeToken);
    PageFiles.addTo(router);
    router.route("/sandbox/*").handler(this::check);
    router.post("/sandbox/messages").handler(context -> onMessage(context.request()));
    uploads.addTo(router);
    router.get("/sandbox/feed").handler(context -> sandbox.feed().listen(context.request()));
    router.get("/sandbox/clock").handler(context -> tellTime(context.request()));
    router.post("/sandbox/clock").handler(context -> onClock(context.request()));
    router.get("/sandbox/people").handler(this::people);
    router.get("/sandbox/groups").handler(this::groups);
    router.get("/sandbox/forms").handler(this::forms);
    router.getWithRegex("/sandbox/forms/(?<form>[a-z0-9_-]+)\\.svg").handler(this::drawing);
  }

  /** The page's address with the right {@code ?token=} keeps it in a cookie and loses it. */
  private void takeToken(RoutingContext context) {
    var offered = context.request().getParam("token");
    if (offered == null) {
      context.next();
      return;
    }
    var response = context.response();
    if (guard.isToken(offered)) {
      response.addCookie(
          Cookie.cookie(SandboxGuard.COOKIE, offered)
              .setPath("/")
              .setHttpOnly(true)
              .setSameSite(CookieSameSite.STRICT));
    }
    response.setStatusCode(303).putHeader("Location", "/").putHeader("Cache-Control", "no-store");
    response.end();
  }

  private void check(RoutingContext context) {
    guard
        .check(context.request())
        .ifPresentOrElse(refusal -> refuse(context, refusal), context::next);
  }

  private void refuse(RoutingContext context, SandboxGuard.Refusal refusal) {
    refuse(context.request(), refusal.status(), refusal.code());
  }

  private void refuse(HttpServerRequest request, int status, String code) {
    intake.refuse(request, sandbox.channel().name().text(), new Received.Refused(status, code));
  }

  private void onMessage(HttpServerRequest request) {
    intake.body(request, sandbox.channel(), body -> onMessage(request, body));
  }

  private void onMessage(HttpServerRequest request, byte[] body) {
    switch (intake.read(sandbox.channel(), request, body)) {
      case Received.Answer(RawResponse response) -> Answers.send(request.response(), response);
      case Received.Refused(int status, String code) -> refuse(request, status, code);
      case Received.Message(Inbound inbound) -> {
        events.onSaid(inbound);
        intake.take(
            sandbox.channel(),
            inbound,
            taken -> {
              events.onReply(inbound, taken);
              answer(request, taken);
            });
      }
    }
  }

  /** A reply that goes through the outbox leaves the response empty; a client still gets JSON. */
  private static void answer(HttpServerRequest request, RawResponse taken) {
    if (taken.status() == 503) {
      Answers.refuse(request.response(), 503, "unavailable");
    } else if (taken.body().length == 0) {
      Answers.json(request.response(), taken.status(), NO_REPLIES);
    } else {
      Answers.send(request.response(), taken);
    }
  }

  private void tellTime(HttpServerRequest request) {
    var manual = sandbox.clock();
    var now = intake.now();
    Answers.json(
        request.response(),
        200,
        JSON.createObjectNode()
            .put("at", now.toString())
            .put("manual", manual.isPresent())
            .toString());
  }

  private void onClock(HttpServerRequest request) {
    intake.body(request, sandbox.channel(), body -> onClock(request, body));
  }

  private void onClock(HttpServerRequest request, byte[] body) {
    if (sandbox.clock().isEmpty()) {
      refuse(request, 409, "clock-is-system");
      return;
    }
    Instant at;
    try {
      at = instant(JSON.readTree(body));
    } catch (IOException | DateTimeException bad) {
      refuse(request, 400, "at");
      return;
    }
    var clock = sandbox.clock().get();
    vertx
        .executeBlocking(() -> clock.moveTo(at))
        .onSuccess(
            moved -> {
              if (moved) {
                tellTime(request);
              } else {
                refuse(request, 409, "clock-moves-forward-only");
              }
            })
        .onFailure(failure -> refuse(request, 503, "unavailable"));
  }

  private static Instant instant(JsonNode body) {
    return OffsetDateTime.parse(body.path("at").asText()).toInstant();
  }

  private void people(RoutingContext context) {
    Answers.json(context.response(), 200, SandboxPeople.people(sandbox.directory().get()));
  }

  private void forms(RoutingContext context) {
    Answers.json(context.response(), 200, SandboxForms.json(sandbox.forms().get()));
  }

  /** A picture alone: it may load and run nothing, also when it is opened by itself. */
  private void drawing(RoutingContext context) {
    var response = context.response();
    SandboxForms.drawing(sandbox.forms().get(), String.valueOf(context.pathParam("form")))
        .ifPresentOrElse(
            svg -> {
              response
                  .putHeader("Content-Security-Policy", "default-src 'none'")
                  .putHeader("X-Content-Type-Options", "nosniff");
              Answers.send(response, new RawResponse(200, "image/svg+xml", svg));
            },
            () -> Answers.refuse(response, 404, "form"));
  }

  private void groups(RoutingContext context) {
    Answers.json(
        context.response(),
        200,
        SandboxPeople.groups(sandbox.directory().get(), sandbox.channel().name().text()));
  }
}
