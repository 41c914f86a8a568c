package org.lanshao.web;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.lanshao.channel.Channel;
import org.lanshao.channel.sandbox.SandboxChannel;
import org.lanshao.channel.sandbox.SandboxMedia;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Group;
import org.lanshao.directory.GroupId;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Role;
import org.lanshao.form.FormReader;
import org.lanshao.form.Library;
import org.lanshao.form.Schema;
import org.lanshao.form.Wording;
import org.lanshao.message.ChannelName;
import org.lanshao.publish.FormsState;

/** The public server on loopback, before a desk that a test makes. */
final class Running implements AutoCloseable {
  static final String WARNING_TOKEN = "warning-token-for-tests";
  static final Instant START = Instant.parse("2022-05-10T01:30:00Z");

  final Vertx vertx = Vertx.vertx();
  final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  volatile FormsState forms =
      new FormsState(
          new Library(List.of(), new Wording(Map.of())), List.of(), List.of(), List.of());
  final Feed feed = new Feed(vertx, meters, "run1");
  final SandboxChannel sandboxChannel =
      new SandboxChannel(
          new ChannelName("sandbox"),
          UUID::randomUUID,
          new SandboxMedia(() -> uri("/").toString(), Optional.empty()));
  final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  final MemoryFiles sent = new MemoryFiles();
  final int port;
  private final WebServer server;

  Running(Reception reception, Channel... platforms) {
    this(reception, Optional.empty(), Duration.ofSeconds(60), platforms);
  }

  Running(Reception reception, Optional<String> token, Duration patience, Channel... platforms) {
    var clock = new MovableClock(START, ZoneId.of("Asia/Shanghai"), at -> {});
    var sandbox =
        new Sandbox(
            sandboxChannel,
            token,
            Running::directory,
            () -> forms,
            feed,
            new Uploads(new MemoryFiles(), UUID::randomUUID, 256 * 1024),
            sent,
            Optional.of(clock));
    var routes =
        PublicRoutes.of(
            vertx,
            List.of(platforms),
            Optional.of(sandbox),
            new PublicRoutes.Desk(reception, clock, meters),
            new PublicRoutes.WarningDoor(
                (document, here) -> CompletableFuture.completedStage("200 {}"), WARNING_TOKEN));
    server =
        new WebServer(
            vertx, new Listen("127.0.0.1", 0), routes, new Connections(vertx, 1024, patience));
    port = server.start().await();
  }

  /** The state after a small form was read. */
  static FormsState patrol() {
    var form =
        """
        id: patrol
        title: 巡查
        number: P
        start: [巡查]
        who: [worker]
        questions:
          - {id: where, type: text, ask: 在哪里？, label: 地点}
        receipt: 已登记 {no}。
        """;
    var schema = new Schema(Set.of("worker"));
    var read = FormReader.read(Map.of("patrol.yaml", form), schema, Set.of());
    return new FormsState(read.library().orElseThrow(), List.of(), List.of(), List.of());
  }

  static Directory directory() {
    var town = new AreaCode("445381101");
    return new Directory(
        List.of(new Area(town, "太平镇", Area.Kind.TOWN, Optional.empty(), List.of())),
        List.of(
            new Person(new PersonId("p01"), "陈小雨", Role.WORKER, town, Map.of(), "", "zh"),
            new Person(new PersonId("p11"), "何大山", Role.HEAD, town, Map.of(), "", "zh")),
        List.of(
            new Group(new GroupId("g01"), "罗定太平社工站", town, "sandbox", "g01", "g01"),
            new Group(new GroupId("g09"), "别处的群", town, "wecom", "https://a/?key=secret", "")));
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  HttpRequest.Builder post(String path, String body) {
    return HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(body));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(
        request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  HttpResponse<String> say(String body) throws IOException, InterruptedException {
    return send(post("/sandbox/messages", body));
  }

  /** A bare connection, for what no HTTP client would send. */
  Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  /** How often this was refused. */
  double refusals(String channel, String code) {
    var counter = meters.find("lanshao.refusals").tags("channel", channel, "code", code).counter();
    return counter == null ? 0 : counter.count();
  }

  @Override
  public void close() {
    http.shutdownNow();
    feed.close();
    server.stop(Duration.ofSeconds(1)).await();
    vertx.close().await();
  }
}
