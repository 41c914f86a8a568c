package org.lanshao.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lanshao.channel.Channel;

/**
 * The routes of the public port. Webhooks go straight to their handler, all else through a router.
 */
public final class PublicRoutes implements Handler<HttpServerRequest> {
  private final Webhooks webhooks;
  private final Router router;
  private final LastHeard heard;
  private final WarningRoute warnings;

  private PublicRoutes(Webhooks webhooks, WarningRoute warnings, Router router, LastHeard heard) {
    this.warnings = warnings;
    this.webhooks = webhooks;
    this.router = router;
    this.heard = heard;
  }

  /** When platforms last called. */
  public LastHeard heard() {
    return heard;
  }

  /**
   * Routes for these platforms and, if there is one, the sandbox.
   *
   * @param platforms the channels that are called at {@code /webhook/{name}}: all but the sandbox
   * @param sandbox empty: the page and its routes do not exist
   * @param desk what stands behind them
   * @param door where warnings come in
   */
  public static PublicRoutes of(
      Vertx vertx,
      List<Channel> platforms,
      Optional<Sandbox> sandbox,
      Desk desk,
      WarningDoor door) {
    var refusals = new Refusals(desk.meters());
    var intake = new Intake(desk.reception(), desk.clock(), refusals);
    var nameToChannel =
        platforms.stream().collect(Collectors.toMap(c -> c.name().text(), Function.identity()));
    var router = Router.router(vertx);
    for (int status : new int[] {400, 404, 405, 500}) {
      router.errorHandler(
          status, failed -> Answers.refuse(failed.response(), status, code(status)));
    }
    sandbox.ifPresent(present -> new SandboxRoutes(vertx, present, intake).addTo(router));
    var heard = new LastHeard(nameToChannel.keySet(), desk.clock(), desk.meters());
    return new PublicRoutes(
        new Webhooks(nameToChannel, intake, heard),
        new WarningRoute(door, refusals),
        router,
        heard);
  }

  /**
   * What stands behind the routes.
   *
   * @param reception takes the messages
   * @param clock says when a request came in
   * @param meters count what is refused
   */
  public record Desk(Reception reception, InstantSource clock, MeterRegistry meters) {}

  /**
   * Where warnings come in.
   *
   * @param token what senders have to know; empty text: nothing is taken
   */
  public record WarningDoor(Warnings warnings, String token) {
    /** Without the token. */
    @Override
    public String toString() {
      return "WarningDoor[]";
    }
  }

  private static String code(int status) {
    return switch (status) {
      case 404 -> "path";
      case 405 -> "method";
      case 500 -> "failed";
      default -> "request";
    };
  }

  @Override
  public void handle(HttpServerRequest request) {
    var path = request.path();
    if (path == null || !path.startsWith("/")) {
      Answers.refuse(request.response(), 400, "path");
    } else if (path.startsWith(Webhooks.PREFIX)) {
      webhooks.handle(request, path.substring(Webhooks.PREFIX.length()));
    } else if (path.equals(WarningRoute.PATH)) {
      warnings.handle(request);
    } else if (hasBadQuery(request)) {
      Answers.refuse(request.response(), 400, "encoding");
    } else {
      router.handle(request);
    }
  }

  /** Vert.x throws on a bad percent-escape when the query is first looked at. */
  private static boolean hasBadQuery(HttpServerRequest request) {
    try {
      return request.query() != null && request.params() == null;
    } catch (IllegalArgumentException badEscape) {
      return true;
    }
  }
}
