package org.lanshao.outbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.Patience.until;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.channel.wecom.WecomChannel;
import org.lanshao.channel.wecom.WecomLimits;
import org.lanshao.channel.wecom.WecomSettings;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.pace.Pace;
import org.lanshao.store.Store;
import org.lanshao.store.StoreLimits;
import org.lanshao.store.StoreSettings;
import org.lanshao.transport.HandClock;
import org.lanshao.transport.Transport;
import org.lanshao.transport.TransportLimits;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewOutgoing.Terms;
import org.lanshao.turn.Unavailable;

/** From the database to WeCom, which fails in every way that it can; time is moved by hand. */
class WecomSendingTest {
  private static final ChannelName WECOM = new ChannelName("wecom");
  private static final String SEND = "/cgi-bin/message/send";
  private static final String TOKEN = "/cgi-bin/gettoken";

  private final HandClock clock = new HandClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Vertx vertx = Vertx.vertx();
  private WireMockServer platform;
  private Store store;
  private Transport transport;
  private Sender sender;

  @BeforeEach
  void open(@TempDir Path dir) throws Unavailable {
    platform = new WireMockServer(options().dynamicPort().containerThreads(60));
    platform.start();
    platform.stubFor(get(urlPathEqualTo(TOKEN)).willReturn(token("T-1")));
    answer(okJson("{\"errcode\":0,\"msgid\":\"m\"}"));
    store =
        Store.open(
            new StoreSettings(
                "jdbc:sqlite:" + dir.resolve("lanshao.db"), "", "", dir, Optional.empty()),
            new Store.Surroundings(clock, meters, area -> List.of(), StoreLimits.USUAL));
    transport = new Transport(vertx, store.tokens(), clock, TransportLimits.USUAL);
    sender = sender(WecomLimits.USUAL);
    clock.pass(Duration.ofHours(2));
  }

  private Sender sender(WecomLimits limits) {
    var channel = new WecomChannel(settings(), limits, new Random(1));
    var outlets = new Outlets(Map.of(WECOM, channel), transport, json -> {});
    var pace = Pace.alone(clock, store::hash);
    var sending = new Sending(outlets, pace, RetryPolicy.USUAL, clock, () -> 0L);
    var made = new Sender(store.outgoing(), sending, Sender.Room.USUAL, () -> true, meters);
    store.outgoing().onCommitted(made::wake);
    return made;
  }

  private WecomSettings settings() {
    return new WecomSettings(
        WECOM,
        "http://127.0.0.1:" + platform.port(),
        "ww0123456789abcdef",
        1000002,
        "geheim",
        "t",
        "wM5hpA6eEfujfoRnxa6wHW35PBbnm3NliqNT1Nx4xyB");
  }

  @AfterEach
  void close() {
    platform.stop(); // first, so that nobody waits for an answer that hangs
    sender.close();
    transport.close();
    store.close();
    vertx.close().await();
  }

  private static ResponseDefinitionBuilder token(String token) {
    return okJson("{\"errcode\":0,\"access_token\":\"%s\",\"expires_in\":7200}".formatted(token));
  }

  private void answer(ResponseDefinitionBuilder answer) {
    platform.stubFor(post(urlPathEqualTo(SEND)).willReturn(answer));
  }

  private NewOutgoing message(String account, String text, Terms terms) {
    return new NewOutgoing(
        UUID.randomUUID(),
        WECOM,
        new Target.ToPerson(account),
        Reply.of(text).parts().getFirst(),
        account + text,
        clock.instant(),
        terms);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "45009", "45033", "6000"})
  void whatPassesByItselfIsTriedOnceMoreWhenItsWaitIsOver(int errcode) throws Unavailable {
    failsThenWorks(okJson("{\"errcode\":" + errcode + "}"), errcode == 45009 ? 60 : 1);
  }

  @Test
  void aServerErrorIsTriedAgain() throws Unavailable {
    failsThenWorks(aResponse().withStatus(500), 5);
  }

  @Test
  void aCutConnectionIsTriedAgain() throws Unavailable {
    failsThenWorks(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), 1);
  }

  @Test
  void noAnswerInTimeIsTriedAgain() throws Unavailable {
    failsThenWorks(okJson("{\"errcode\":0}").withFixedDelay(7_000), 1);
  }

  /** Fifty messages meet the failure: no more calls than messages, and none before its time. */
  private void failsThenWorks(ResponseDefinitionBuilder failure, int wait) throws Unavailable {
    int messages = 16;
    answer(failure);
    store.send(some(messages));
    sender.start();
    until(() -> again() == messages || rateLimited());
    int calls = calls();
    assertThat(calls).isLessThanOrEqualTo(messages);

    answer(okJson("{\"errcode\":0,\"msgid\":\"m\"}"));
    clock.pass(Duration.ofMillis(wait * 1000L - 2));
    sender.wake();
    LockSupport.parkNanos(200_000_000);
    assertThat(calls()).as("none before its time").isEqualTo(calls);
    for (int i = 0; i < 20 && accepted() < messages; i++) {
      clock.pass(Duration.ofSeconds(1));
      sender.wake();
      LockSupport.parkNanos(100_000_000);
    }
    until(() -> accepted() == messages);
    assertThat(calls()).as("no storm").isLessThanOrEqualTo(2 * messages);
    platform.verify(1, getRequestedFor(urlPathEqualTo(TOKEN)));
  }

  private boolean rateLimited() {
    return count("again", "rate_limit") > 0 && again() + count("paced", "paced") >= 16;
  }

  private List<NewOutgoing> some(int count) {
    var all = new ArrayList<NewOutgoing>();
    for (int i = 0; i < count; i++) {
      all.add(message("w" + i, "通知", Terms.NOTICE));
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {40014, 42001})
  void aRefusedTokenIsFetchedOnceForAHundredWaitingSends(int errcode) throws Unavailable {
    answer(okJson("{\"errcode\":0,\"msgid\":\"m\"}"));
    store.send(List.of(message("w0", "先", Terms.NOTICE)));
    sender.start();
    until(() -> accepted() == 1);
    platform.stubFor(get(urlPathEqualTo(TOKEN)).willReturn(token("T-2").withFixedDelay(200)));
    platform.stubFor(
        post(urlPathEqualTo(SEND))
            .withQueryParam("access_token", containing("T-1"))
            .willReturn(okJson("{\"errcode\":" + errcode + "}")));

    store.send(some(100));
    until(() -> accepted() == 101);
    platform.verify(2, getRequestedFor(urlPathEqualTo(TOKEN)));
    assertThat(calls()).isLessThanOrEqualTo(101 + 20);
  }

  @Test
  void aHundredWaitingSendsFetchTheFirstTokenOnce() throws Unavailable {
    platform.stubFor(get(urlPathEqualTo(TOKEN)).willReturn(token("T-1").withFixedDelay(300)));
    store.send(some(100));
    sender.start();

    until(() -> accepted() == 100);
    platform.verify(1, getRequestedFor(urlPathEqualTo(TOKEN)));
    assertThat(calls()).isEqualTo(100);
  }

  @Test
  void anEmergencyIsTheNextCallWhileFiveHundredNoticesHangAndHaveSpentTheirShare()
      throws Unavailable {
    answer(okJson("{\"errcode\":0,\"msgid\":\"m\"}").withFixedDelay(60_000));
    var notices = new ArrayList<NewOutgoing>();
    for (int i = 0; i < 500; i++) {
      notices.add(message("w" + i % 100, "第 " + i + " 条", Terms.NOTICE));
    }
    store.send(notices);
    transport.close();
    var patient = new TransportLimits(Duration.ofSeconds(2), Duration.ofMinutes(2), 20, 10_000);
    transport = new Transport(vertx, store.tokens(), clock, patient);
    sender = sender(new WecomLimits(25, 900, 40, 30_000, 18, 18));
    clock.pass(Duration.ofHours(2));
    sender.start();
    until(() -> calls() == 16);

    store.send(List.of(message("w0", "紧急", Terms.of(Lane.EMERGENCY))));
    until(() -> calls() == 17);
    assertThat(received().getLast()).contains("紧急");
  }

  @Test
  void permanentErrorsAndUnknownOnesAreNotTriedAgain() throws Unavailable {
    answer(okJson("{\"errcode\":987654321}"));
    store.send(some(1));
    sender.start();
    until(() -> count("refused", "unknown_error") == 1);

    clock.pass(Duration.ofDays(2));
    sender.wake();
    LockSupport.parkNanos(200_000_000);
    assertThat(calls()).isEqualTo(1);
  }

  @Test
  void whomThePlatformCouldNotReachRestsAsUndelivered() throws Unavailable {
    answer(okJson("{\"errcode\":0,\"invaliduser\":\"w0\"}"));
    store.send(List.of(message("W0", "通知", Terms.NOTICE)));
    sender.start();

    until(() -> count("refused", "unknown_recipient") == 1);
  }

  private List<String> received() {
    return platform.findAll(postRequestedFor(urlPathEqualTo(SEND))).stream()
        .sorted(Comparator.comparing(LoggedRequest::getLoggedDate))
        .map(LoggedRequest::getBodyAsString)
        .toList();
  }

  private int calls() {
    return platform.findAll(postRequestedFor(urlPathEqualTo(SEND))).size();
  }

  private double accepted() {
    return count("accepted", "ok");
  }

  private double again() {
    return meters.find("lanshao.outbox.sent").tag("result", "again").counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  private double count(String result, String code) {
    return meters
        .find("lanshao.outbox.sent")
        .tags("result", result, "code", code)
        .counters()
        .stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }
}
