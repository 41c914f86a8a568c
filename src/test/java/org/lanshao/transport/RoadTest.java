package org.lanshao.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.alarm.Certificate;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.Road;
import org.lanshao.channel.wecom.WecomChannel;
import org.lanshao.channel.wecom.WecomSettings;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound;
import org.lanshao.message.Reply.Part;

/** A private installation: its own certificates, behind a proxy; both real, on this machine. */
@SuppressWarnings("NullAway.Init") // JUnit makes the folder and calls open first.
class RoadTest {
  @TempDir private static Path dir;

  private static Vertx vertx;
  private static HttpServer platform;
  private static Proxy proxy;
  private static final Queue<String> CALLS = new ConcurrentLinkedQueue<>();

  private final HandClock clock = new HandClock();
  private final Transport transport =
      new Transport(vertx, new MemoryTokens(clock), clock, TransportLimits.USUAL);

  @BeforeAll
  static void open() throws Exception {
    vertx = Vertx.vertx();
    PrivateAuthority.make(dir);
    platform = platform(dir.resolve("server.p12"));
    proxy = new Proxy(vertx);
  }

  @AfterAll
  static void close() {
    proxy.close();
    platform.close().await();
    vertx.close().await();
  }

  @AfterEach
  void end() {
    transport.close();
    CALLS.clear();
    proxy.tunnels().clear();
  }

  @Test
  void aPrivateAuthorityIsTrustedWhereTheSettingsNameIt() {
    assertThat(send(new Road(Optional.empty(), Optional.of(dir.resolve("authority.pem")))))
        .isEqualTo(Outcome.Accepted.PLAIN);
    assertThat(CALLS).containsExactly("/cgi-bin/gettoken", "/cgi-bin/message/send");
    assertThat(proxy.tunnels()).isEmpty();
  }

  @Test
  void withoutItNothingIsSaidToThePlatform() {
    assertThat(send(Road.STRAIGHT))
        .isInstanceOfSatisfying(
            Outcome.TryAgain.class, again -> assertThat(again.code()).isEqualTo("not_trusted"));
    assertThat(CALLS).isEmpty();
  }

  @Test
  void anotherAuthorityIsNotEnough() {
    assertThat(send(new Road(Optional.empty(), Optional.of(dir.resolve("stranger.pem")))))
        .isInstanceOf(Outcome.TryAgain.class);
    assertThat(CALLS).isEmpty();
  }

  @Test
  void everyCallGoesThroughTheProxy() {
    var road = new Road(Optional.of(proxy.address()), Optional.of(dir.resolve("authority.pem")));

    assertThat(send(road)).isEqualTo(Outcome.Accepted.PLAIN);
    assertThat(CALLS).hasSize(2);
    assertThat(proxy.tunnels()).isNotEmpty();
    assertThat(proxy.tunnels()).containsOnly("localhost:" + platform.actualPort());
  }

  @Test
  void aCallOfNoChannelTakesItsRoadToo() {
    var road = new Road(Optional.of(proxy.address()), Optional.of(dir.resolve("authority.pem")));
    var call =
        new Delivery.HttpCall(
            "POST",
            "https://localhost:" + platform.actualPort() + "/told",
            Map.of(),
            new byte[0],
            Optional.empty());

    assertThat(transport.call(Road.STRAIGHT, call)).isEmpty();
    assertThat(CALLS).isEmpty();
    assertThat(transport.call(road, call)).isPresent();
    assertThat(CALLS).containsExactly("/told");
    assertThat(proxy.tunnels()).containsOnly("localhost:" + platform.actualPort());
  }

  @Test
  void theEndOfACertificateIsSeenWhoeverVouchesForIt() throws Exception {
    var address = URI.create("https://localhost:" + platform.actualPort());

    assertThat(Certificate.of(address, Duration.ofDays(36_500)).look(Instant.now())).hasSize(1);
    assertThat(Certificate.of(address, Duration.ZERO).look(Instant.now())).isEmpty();
    assertThat(CALLS).isEmpty();
  }

  @Test
  void aProxyThatIsNotThereMeansLater() {
    var road =
        new Road(
            Optional.of(URI.create("http://127.0.0.1:1")),
            Optional.of(dir.resolve("authority.pem")));

    assertThat(send(road)).isInstanceOf(Outcome.TryAgain.class);
    assertThat(CALLS).isEmpty();
  }

  private Outcome send(Road road) {
    var settings =
        new WecomSettings(
                new ChannelName("wecom"),
                "https://localhost:" + platform.actualPort(),
                "ww1",
                1000002,
                "s",
                "t",
                "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG")
            .with(road);
    var channel = new WecomChannel(settings, RandomGenerator.getDefault());
    var message =
        new Outbound(
            new UUID(0, 1), new Outbound.Target.ToPerson("ChenXiaoyu"), new Part("好", List.of()));
    return transport.send(channel, message, channel.encode(message));
  }

  private static HttpServer platform(Path keys) {
    var secured =
        new HttpServerOptions()
            .setSsl(true)
            .setKeyCertOptions(
                new PfxOptions().setPath(keys.toString()).setPassword(PrivateAuthority.PASSWORD));
    return vertx
        .createHttpServer(secured)
        .requestHandler(
            request -> {
              CALLS.add(request.path());
              request
                  .body()
                  .onSuccess(
                      body ->
                          request
                              .response()
                              .putHeader("content-type", "application/json")
                              .end("{\"errcode\":0,\"access_token\":\"T\",\"expires_in\":7200}"));
            })
        .listen(0, "localhost")
        .await();
  }
}
