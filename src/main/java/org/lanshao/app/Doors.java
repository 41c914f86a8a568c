package org.lanshao.app;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.channel.Channel;
import org.lanshao.channel.sandbox.SandboxMedia;
import org.lanshao.desk.Mailboxes;
import org.lanshao.publish.Publisher;
import org.lanshao.web.DeskReception;
import org.lanshao.web.DeskWarnings;
import org.lanshao.web.Feed;
import org.lanshao.web.Listen;
import org.lanshao.web.ManagementRoutes;
import org.lanshao.web.MovableClock;
import org.lanshao.web.PublicRoutes;
import org.lanshao.web.Sandbox;
import org.lanshao.web.Uploads;
import org.lanshao.web.WebServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a server is spoken to. */
record Doors(Base base, Vertx vertx, FrontDesk front, Traffic traffic) {
  private static final Logger LOG = LoggerFactory.getLogger(Doors.class);

  /**
   * The page, the webhooks and the door for warnings.
   *
   * @param channels in the order of the settings
   */
  PublicRoutes routes(
      List<Channel> channels,
      Mailboxes mailboxes,
      Publisher publisher,
      Feed feed,
      Optional<MovableClock> movable) {
    var desk = front.desk();
    var reception =
        new DeskReception(
            vertx, mailboxes, desk, traffic.whom()::account, base.clock(), base.meters());
    var sandbox = sandbox(publisher, feed, movable);
    var heard = new PublicRoutes.Desk(reception, front.clock(), base.meters());
    var door =
        new PublicRoutes.WarningDoor(
            new DeskWarnings(mailboxes, desk, front.clock(), base.ids()),
            base.settings().warnings().token());
    return PublicRoutes.of(vertx, platforms(channels), sandbox, heard, door);
  }

  private List<Channel> platforms(List<Channel> channels) {
    var sandbox = base.settings().sandbox().map(ChannelSettings.Sandbox::name);
    return channels.stream().filter(c -> !Optional.of(c.name()).equals(sandbox)).toList();
  }

  private Optional<Sandbox> sandbox(
      Publisher publisher, Feed feed, Optional<MovableClock> movable) {
    return base.settings()
        .sandbox()
        .flatMap(
            wanted ->
                Optional.ofNullable(traffic.channels().get(wanted.name()))
                    .map(
                        channel ->
                            new Sandbox(
                                channel,
                                wanted.token(),
                                base.directory(),
                                publisher::state,
                                feed,
                                uploads(),
                                base.store().mediaFiles(),
                                movable)));
  }

  /** What nobody fetched in time is deleted at the start. */
  private Uploads uploads() {
    var uploads = base.store().uploads();
    try {
      uploads.deleteAll(Instant.now().minus(SandboxMedia.KEPT));
    } catch (IOException e) {
      LOG.atWarn().addKeyValue("error", e.getClass().getName()).log("old uploads not deleted");
    }
    return new Uploads(uploads, base.ids(), base.settings().media().bytes());
  }

  /** Tells how the server is, on a port of its own. */
  void management(Publisher publisher, HeldSending held) throws StartProblem {
    var routes =
        new ManagementRoutes(
            Map.of("store", base.store()::ready, "neighbours", traffic.dispatch()::allowed),
            Map.of("forms", () -> publisher.state().word(), "sending", held::word),
            base.meters());
    listen(base.settings().management(), routes);
  }

  /** Listens until the stop; returns the port. */
  int listen(Listen listen, Handler<HttpServerRequest> routes) throws StartProblem {
    var server = new WebServer(vertx, listen, routes);
    try {
      int bound = Step.done(server.start());
      base.stop().first(server);
      return bound;
    } catch (Step.Failed e) {
      throw new StartProblem("不能在 " + listen.host() + ":" + listen.port() + " 上监听。端口可能被占用，换一个端口。");
    }
  }
}
