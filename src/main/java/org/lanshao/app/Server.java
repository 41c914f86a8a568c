package org.lanshao.app;

import com.fasterxml.uuid.Generators;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.lanshao.desk.Mailboxes;
import org.lanshao.desk.matter.CareBackfill;
import org.lanshao.directory.Area;
import org.lanshao.directory.Directory;
import org.lanshao.store.Store;
import org.lanshao.timer.Ringer;
import org.lanshao.turn.Unavailable;
import org.lanshao.web.Feed;
import org.lanshao.web.MovableClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running program: builds every part in order, and takes it down in the opposite one: no more
 * messages, finish those in hand, stop sending, close the database.
 */
final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final int MAILBOX = 32;

  private final Stop stop = new Stop();
  private final Settings settings;
  private final Written written;
  private volatile Supplier<Directory> directory;
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final SecureRandom random = new SecureRandom();
  private final Supplier<UUID> ids = Generators.timeBasedEpochGenerator(random)::generate;
  private volatile int port;

  private Server(Settings settings, Written written) {
    this.settings = settings;
    this.written = written;
    this.directory = written::directory;
  }

  /**
   * Starts everything.
   *
   * @throws StartProblem when a step failed; what was started is stopped again
   */
  static Server start(Settings settings, Written written) throws StartProblem {
    var server = new Server(settings, written);
    try {
      server.build();
      return server;
    } catch (StartProblem e) {
      server.close();
      throw e;
    } catch (Unavailable e) {
      server.close();
      LOG.debug("code={}", e.code(), e);
      throw new StartProblem(Trouble.of(e));
    } catch (RuntimeException e) {
      server.close();
      LOG.error("the start failed", e);
      throw new StartProblem("启动失败（" + e.getClass().getSimpleName() + "），详情见日志。");
    }
  }

  /** Where the page and the webhooks are. */
  String address() {
    return "http://" + settings.http().host() + ":" + port + "/";
  }

  /** The same for this machine. */
  private String self() {
    var host = settings.http().isLoopback() ? settings.http().host() : "127.0.0.1";
    return "http://" + host + ":" + port + "/";
  }

  private void build() throws StartProblem, Unavailable {
    var opening = new Opening(settings, written, stop);
    opening.lock();
    Vertx vertx = Vertx.vertx();
    stop.first(vertx);
    Store store =
        opening.store(meters, area -> directory().path(area).stream().map(Area::code).toList());
    Directory kept = opening.directory(store);
    directory = () -> kept;
    Optional<MovableClock> movable = opening.movable(store);
    var base = new Base(settings, written, store, this::directory, meters, random, ids, stop);
    base.run("folding", new Folding(store));
    serve(base, vertx, movable);
  }

  private void serve(Base base, Vertx vertx, Optional<MovableClock> movable)
      throws StartProblem, Unavailable {
    var feed = new Feed(vertx, meters, ids.get().toString());
    var channels = new Channels(ids, random, this::self).of(settings.channels());
    var traffic = Traffic.start(base, vertx, channels, feed);
    var mailboxes = new Mailboxes(MAILBOX);
    stop.first(mailboxes);
    var clock = movable.<Clock>map(moved -> moved).orElse(base.clock());
    var front = FrontDesk.of(base, clock, traffic);
    var desk = front.desk();
    directory = desk::directory;
    desk.refresh();
    new CareBackfill(base.ports().facts(), base.store().uncared(), front.shelf().current()).run();
    base.run("following", new Following(desk));
    var publisher = front.publisher(feed);
    var doors = new Doors(base, vertx, front, traffic);
    var routes = doors.routes(channels, mailboxes, publisher, feed, movable);
    var ringer = new Ringer(base.store().timers(), mailboxes, desk, clock, meters);
    var held = traffic.held(ringer);
    // in this order: who is told that it is ready may send at once
    port = doors.listen(settings.http(), routes);
    doors.management(publisher, held);
    stop.first(feed::close);
    new Watches(base, front).start(ringer, movable);
    publisher.start();
    stop.first(publisher::close);
    traffic.fetch(publisher, desk);
    var state =
        new Alarming.State(
            publisher::state,
            held::isHeld,
            traffic.dispatch()::isRedisAway,
            routes.heard(),
            written.reminders().workdays()::isWorked);
    new Alarming(settings, base.store(), meters)
        .start(traffic.transport(), base.mail(base.clock()), state, stop);
  }

  private Directory directory() {
    return directory.get();
  }

  @Override
  public void close() {
    stop.close();
  }
}
