package org.lanshao.app;

import com.fasterxml.uuid.Generators;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lanshao.alarm.AdminMail;
import org.lanshao.channel.Channel;
import org.lanshao.channel.sandbox.SandboxMedia;
import org.lanshao.desk.Desk;
import org.lanshao.desk.DeskPorts;
import org.lanshao.desk.DueAudit;
import org.lanshao.desk.Handouts;
import org.lanshao.desk.Mailboxes;
import org.lanshao.desk.NoticeBulletin;
import org.lanshao.desk.Raising;
import org.lanshao.desk.ReminderPost;
import org.lanshao.desk.Shelf;
import org.lanshao.desk.Surroundings;
import org.lanshao.directory.Area;
import org.lanshao.directory.Directory;
import org.lanshao.media.Apologies;
import org.lanshao.media.FetchPolicy;
import org.lanshao.media.Fetcher;
import org.lanshao.media.Fetching;
import org.lanshao.media.Telling;
import org.lanshao.message.ChannelName;
import org.lanshao.message.ChannelTraits;
import org.lanshao.outbox.Outlets;
import org.lanshao.outbox.SendPlan;
import org.lanshao.publish.Admins;
import org.lanshao.publish.FormsState;
import org.lanshao.publish.Publisher;
import org.lanshao.store.KeyMistake;
import org.lanshao.store.ServerLock;
import org.lanshao.store.Store;
import org.lanshao.store.StoreLimits;
import org.lanshao.store.UnsafeDatabase;
import org.lanshao.timer.Auditor;
import org.lanshao.timer.DayCaller;
import org.lanshao.timer.Reminder;
import org.lanshao.timer.Retainer;
import org.lanshao.timer.Ringer;
import org.lanshao.transport.KnownAccounts;
import org.lanshao.transport.Transport;
import org.lanshao.transport.TransportLimits;
import org.lanshao.turn.MediaFiles;
import org.lanshao.turn.MediaRows;
import org.lanshao.turn.Unavailable;
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

/**
 * The running program: builds every part in order, and takes it down in the opposite one: no more
 * messages, finish those in hand, stop sending, close the database.
 */
final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final String TIME = "clock";
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
      throw new StartProblem("数据库用不了（" + e.code() + "）。检查 store.url 和数据库。");
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
    lock();
    Vertx vertx = Vertx.vertx();
    stop.first(vertx);
    Store store = store();
    stop.first(store::close);
    if (settings.store().isShared()) {
      new SharedFolder(store, settings.store().dataDir()).check();
    }
    Directory kept = directory(store);
    directory = () -> kept;
    Optional<MovableClock> movable = movable(store);
    Clock clock = movable.<Clock>map(moved -> moved).orElse(Clock.system(zone()));
    var feed = new Feed(vertx, meters, ids.get().toString());
    var channels = new Channels(ids, random, this::self).of(settings.channels());
    startFolding(store);
    var transport = transport(vertx, store);
    var outlets = new Outlets(byName(channels), transport, feed::show);
    var dispatch = startSending(store, outlets);
    var mailboxes = mailboxes();
    var shelf = Shelf.publish(written.library(), Vocabulary.schema(), ports(store));
    var handouts = Handouts.of(FoundDrawer.looking(), store.mediaFiles());
    var surroundings =
        surroundings(clock, channels).with(handouts).with(new SendPlan(outlets)::waits);
    var desk = new Desk(ports(store), shelf, surroundings);
    directory = desk::directory;
    desk.refresh();
    startFollowing(desk);
    var publisher = publisher(store, clock, shelf, desk, feed);
    var reception =
        new DeskReception(
            vertx, mailboxes, desk, whom(transport)::account, Clock.system(zone()), meters);
    var sandbox = sandbox(channels, publisher, feed, uploads(store), store.mediaFiles(), movable);
    var heard = new PublicRoutes.Desk(reception, clock, meters);
    var door =
        new PublicRoutes.WarningDoor(
            new DeskWarnings(mailboxes, desk, clock, ids), settings.warnings().token());
    var routes = PublicRoutes.of(vertx, platforms(channels), sandbox, heard, door);
    var ringer = new Ringer(store.timers(), mailboxes, desk, clock, meters);
    var held = held(store, dispatch, ringer);
    listen(vertx, settings.management(), management(store, dispatch, publisher, held));
    port = listen(vertx, settings.http(), routes);
    var reminder = reminder(store, desk, surroundings);
    var caller =
        new DayCaller(store.reminders(), desk::dayCalls, settings.courtesy(), surroundings.clock());
    Runnable wake =
        () -> {
          ringer.wake();
          reminder.wake();
          caller.wake();
        };
    movable.ifPresent(moved -> moved.onMoved(wake));
    ringer.start();
    reminder.start();
    caller.start();
    var auditor = new Auditor(new DueAudit(ports(store), surroundings, desk::directory), meters);
    auditor.start();
    var retainer =
        new Retainer(
            store.retention(), settings.keeping().whatToAge(), Clock.system(zone()), meters);
    retainer.start();
    publisher.start();
    startFetching(store, channels, transport, new Told(publisher, desk));
    new Alarming(settings, store, meters)
        .start(
            transport,
            mail(store, Clock.system(zone())),
            new Alarming.State(
                publisher::state,
                held::isHeld,
                dispatch::isRedisAway,
                routes.heard(),
                written.reminders().workdays()::isWorked),
            stop);
    stop.first(publisher::close);
    stop.first(ringer::close);
    stop.first(reminder::close);
    stop.first(caller::close);
    stop.first(auditor::close);
    stop.first(retainer::close);
    stop.first(feed::close);
  }

  /** One server on an embedded database. */
  private void lock() throws StartProblem {
    try {
      var lock = ServerLock.take(settings.store());
      if (lock.isEmpty()) {
        throw new StartProblem(
            "这个数据库已经有一个服务在用（" + settings.store().place() + "）。先停掉那一个，或换一个 store.url。");
      }
      stop.first(lock.get()::close);
    } catch (IOException e) {
      throw new StartProblem("数据库所在的文件夹写不了。检查 store.url 和权限。");
    }
  }

  private Store store() throws StartProblem, Unavailable {
    var limits = StoreLimits.USUAL.where(() -> !Context.isOnEventLoopThread());
    try {
      var store =
          Store.open(
              settings.store(),
              new Store.Surroundings(
                  Clock.system(zone()),
                  meters,
                  area -> directory().path(area).stream().map(Area::code).toList(),
                  limits));
      if (store.keyOrigin() == Store.KeyOrigin.MADE) {
        LOG.atWarn()
            .addKeyValue("folder", settings.store().dataDir())
            .log(
                "a new key was made: without its file nothing in the database can be read, keep a"
                    + " copy elsewhere");
      }
      return store;
    } catch (KeyMistake | UnsafeDatabase e) {
      throw new StartProblem(String.valueOf(e.getMessage()));
    }
  }

  private Directory directory() {
    return directory.get();
  }

  /** The directory of the database; files that were changed since are told, and left alone. */
  private Directory directory(Store store) throws Unavailable {
    var kept = new KeptDirectory(store, Clock.system(zone()));
    Directory current = kept.open(written.directory());
    int changed = kept.asked(written.directory()).size();
    if (changed > 0) {
      LOG.atWarn()
          .addKeyValue("code", "directory-files")
          .addKeyValue("rows", changed)
          .log(
              "the directory is in the database; its changed files are not read, see: lanshao"
                  + " import");
      System.err.printf("通讯录的文件改了 %d 行，但通讯录已经在数据库里，不再读文件。要并入，先运行 lanshao import 看看。%n", changed);
    }
    return current.changingOver(settings.time().changeOver());
  }

  /** Takes over each second what other nodes changed. */
  private void startFollowing(Desk desk) {
    var thread = Thread.ofVirtual().name("following").start(new Following(desk));
    stop.first(thread::interrupt);
  }

  private Optional<MovableClock> movable(Store store) throws Unavailable {
    if (!settings.time().manual()) {
      return Optional.empty();
    }
    Instant now = store.remembered(TIME).map(Instant::parse).orElseGet(Instant::now);
    return Optional.of(new MovableClock(now, zone(), at -> store.remember(TIME, at.toString())));
  }

  private static Map<ChannelName, Channel> byName(List<Channel> channels) {
    return channels.stream().collect(Collectors.toMap(Channel::name, channel -> channel));
  }

  private List<Channel> platforms(List<Channel> channels) {
    var sandbox = settings.sandbox().map(ChannelSettings.Sandbox::name);
    return channels.stream().filter(c -> !Optional.of(c.name()).equals(sandbox)).toList();
  }

  private Optional<Sandbox> sandbox(
      List<Channel> channels,
      Publisher publisher,
      Feed feed,
      Uploads uploads,
      MediaFiles sent,
      Optional<MovableClock> movable) {
    return settings
        .sandbox()
        .flatMap(
            wanted ->
                channels.stream()
                    .filter(channel -> channel.name().equals(wanted.name()))
                    .findFirst()
                    .map(
                        channel ->
                            new Sandbox(
                                channel,
                                wanted.token(),
                                this::directory,
                                publisher::state,
                                feed,
                                uploads,
                                sent,
                                movable)));
  }

  /** What nobody fetched in time is deleted at the start. */
  private Uploads uploads(Store store) {
    try {
      store.uploads().deleteAll(Instant.now().minus(SandboxMedia.KEPT));
    } catch (IOException e) {
      LOG.atWarn().addKeyValue("error", e.getClass().getName()).log("old uploads not deleted");
    }
    return new Uploads(store.uploads(), ids, settings.media().bytes());
  }

  private static DeskPorts ports(Store store) {
    return new DeskPorts(store, store);
  }

  /** Real channels come before the sandbox. */
  private AdminMail mail(Store store, Clock clock) {
    var kinds = new LinkedHashMap<ChannelName, String>();
    settings.channels().stream()
        .sorted(Comparator.comparing(ChannelSettings.Sandbox.class::isInstance))
        .forEach(channel -> kinds.put(channel.name(), channel.kind()));
    return new AdminMail(store, this::directory, kinds, clock, ids);
  }

  /** Looks at the files from now on. */
  private Publisher publisher(Store store, Clock clock, Shelf shelf, Desk desk, Feed feed) {
    return new Publisher(
        new ConversationFiles(
            settings.files().conversations(), settings.keptConversations(), this::directory),
        desk,
        new Admins(mail(store, clock), clock),
        new FormsState(written.library(), written.hints(), List.of(), shelf.held()),
        feed::forms,
        meters);
  }

  private Surroundings surroundings(Clock clock, List<Channel> channels) {
    Map<ChannelName, ChannelTraits> traits =
        channels.stream()
            .collect(
                Collectors.toMap(
                    Channel::name, c -> new ChannelTraits(c.kind(), c.capabilities())));
    return new Surroundings(
            directory(),
            written.library().wording(),
            name -> Objects.requireNonNull(traits.get(name)),
            clock,
            ids,
            settings.courtesy(),
            settings.corrections())
        .with(raising())
        .with(written.reminders());
  }

  /** Real channels come before the sandbox to reach people by. */
  private Raising raising() {
    var channels =
        settings.channels().stream()
            .sorted(Comparator.comparing(ChannelSettings.Sandbox.class::isInstance))
            .map(ChannelSettings::name)
            .toList();
    return new Raising(written.library().danger(), written.plans(), channels);
  }

  private Reminder reminder(Store store, Desk desk, Surroundings surroundings) {
    var post =
        new ReminderPost(
            store,
            new NoticeBulletin(store.notices(), desk::directory),
            written.reminders(),
            surroundings,
            desk::directory);
    return new Reminder(
        store.reminders(), written.reminders(), post, settings.courtesy(), surroundings.clock());
  }

  private KnownAccounts whom(Transport transport) {
    return new KnownAccounts(
        transport, (kind, id) -> written.directory().speaker(kind, id).isPresent());
  }

  private Mailboxes mailboxes() {
    var mailboxes = new Mailboxes(MAILBOX);
    stop.first(mailboxes);
    return mailboxes;
  }

  /** Folds each second; a fold that takes longer is not begun a second time. */
  private void startFolding(Store store) {
    var folding = new Folding(store);
    var thread = Thread.ofVirtual().name("folding").start(folding);
    stop.first(thread::interrupt);
  }

  private Transport transport(Vertx vertx, Store store) {
    var files = TransportLimits.files(settings.media().bytes());
    var room = Dispatch.room(settings.sending());
    var limits = TransportLimits.USUAL.withConnections(room.connections());
    var transport =
        new Transport(
            vertx, store.tokens(), Clock.system(zone()), limits, files, store.mediaFiles());
    stop.first(transport::close);
    return transport;
  }

  private HeldSending held(Store store, Dispatch dispatch, Ringer ringer) throws Unavailable {
    Runnable onLifted =
        () -> {
          dispatch.wake();
          ringer.wake();
        };
    var held = new HeldSending(store.holding(), onLifted, meters);
    held.look();
    var thread = Thread.ofVirtual().name("held").start(held);
    stop.first(thread::interrupt);
    return held;
  }

  private Dispatch startSending(Store store, Outlets outlets) throws Unavailable {
    var rules =
        new Dispatch.Rules(
            settings.sending(), settings.management().port(), Clock.system(zone()), meters);
    var dispatch = Dispatch.start(store, outlets, random, rules);
    stop.first(dispatch::close);
    return dispatch;
  }

  /** Whose words are used and who knows of alerts, when people are told what becomes of media. */
  private record Told(Publisher publisher, Desk desk) {}

  private void startFetching(Store store, List<Channel> channels, Transport transport, Told told) {
    var clock = Clock.system(zone());
    var fetching =
        new Fetching(byName(channels), transport, store.mediaFiles(), FetchPolicy.USUAL, random);
    var wording =
        new Languages(
            () -> told.publisher().state().library().wording(), this::directory, byName(channels));
    var apologies = new Apologies(wording, ids, clock, settings.media().megabytes());
    Telling alerts =
        (row, settlement) ->
            settlement instanceof MediaRows.Settlement.Kept kept
                ? told.desk().kept(row.conversation(), row.sent(), kept)
                : List.of();
    var fetcher = new Fetcher(store.media(), fetching, apologies.and(alerts), clock, meters);
    fetcher.start();
    stop.first(fetcher::close);
  }

  private ManagementRoutes management(
      Store store, Dispatch dispatch, Publisher publisher, HeldSending held) {
    return new ManagementRoutes(
        Map.of("store", store::ready, "neighbours", dispatch::allowed),
        Map.of("forms", () -> publisher.state().word(), "sending", held::word),
        meters);
  }

  private int listen(Vertx vertx, Listen listen, Handler<HttpServerRequest> routes)
      throws StartProblem {
    var server = new WebServer(vertx, listen, routes);
    try {
      int bound = Step.done(server.start());
      stop.first(server);
      return bound;
    } catch (Step.Failed e) {
      throw new StartProblem("不能在 " + listen.host() + ":" + listen.port() + " 上监听。端口可能被占用，换一个端口。");
    }
  }

  private ZoneId zone() {
    return settings.time().zone();
  }

  @Override
  public void close() {
    stop.close();
  }
}
