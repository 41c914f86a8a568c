package org.lanshao.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lanshao.channel.Channel;
import org.lanshao.channel.Delivery.HttpCall;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.wecom.WecomChannel;
import org.lanshao.channel.wecom.WecomSettings;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound;
import org.lanshao.message.Reply;
import org.lanshao.turn.Tokens;
import org.slf4j.LoggerFactory;

class TransportTest {
  private static final Outcome TAKEN = new Outcome.Accepted("m", List.of());
  private static final String SECRET = "the+secret/of the app";
  private static final String GETTOKEN = "/cgi-bin/gettoken";
  private static final String SEND = "/cgi-bin/message/send";
  // A cold test server on a busy machine needs its time.
  private static final TransportLimits PATIENT =
      new TransportLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), 16, 64 * 1024);
  private static final TransportLimits HASTY =
      new TransportLimits(Duration.ofSeconds(5), Duration.ofMillis(300), 16, 64 * 1024);

  private static WireMockServer platform;
  private static Vertx vertx;

  private final HandClock clock = new HandClock();
  private final MemoryTokens store = new MemoryTokens(clock);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private Transport transport;

  @BeforeAll
  static void open() {
    platform = new WireMockServer(options().dynamicPort().containerThreads(60));
    platform.start();
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void closeAll() {
    platform.stop();
    vertx.close().await();
  }

  @BeforeEach
  void begin() {
    platform.resetAll();
    transport = new Transport(vertx, store, clock, PATIENT);
    logged.start();
    house().addAppender(logged);
    house().setLevel(Level.TRACE);
    house().setAdditive(false);
  }

  @AfterEach
  void neitherSecretNorTextNorTokenIsLogged() {
    transport.close();
    house().detachAppender(logged);
    house().setLevel(null);
    house().setAdditive(true);
    assertThat(logged.list)
        .allSatisfy(
            event -> {
              String line =
                  event.getFormattedMessage()
                      + event.getKeyValuePairs()
                      + event.getThrowableProxy();
              assertThat(line)
                  .doesNotContain("secret", "TOKEN-", "石巷村", "wang.xiaomei")
                  .doesNotContain("corpsecret");
            });
  }

  private static Logger house() {
    return (Logger) LoggerFactory.getLogger("org.lanshao");
  }

  @Test
  void aTextGoesOutAsTheBytesThatThePlatformWants() {
    tokens("TOKEN-1", 7200);
    platform.stubFor(post(urlPathEqualTo(SEND)).willReturn(taken()));

    assertThat(send("石巷村 已登记 🌊")).isEqualTo(TAKEN);

    var request = platform.findAll(postRequestedFor(urlPathEqualTo(SEND))).getFirst();
    assertThat(request.queryParameter("access_token").firstValue()).isEqualTo("TOKEN-1");
    assertThat(request.getHeader("content-type")).startsWith("application/json");
    assertThat(new String(request.getBody(), StandardCharsets.UTF_8))
        .contains("\"content\":\"石巷村 已登记 🌊\"")
        .contains("\"touser\":\"wang.xiaomei\"");
    platform.verify(
        postRequestedFor(urlPathEqualTo(SEND))
            .withRequestBody(matchingJsonPath("$.agentid", equalTo("1000002"))));
    platform.verify(
        getRequestedFor(urlPathEqualTo(GETTOKEN))
            .withQueryParam("corpid", equalTo("ww0123456789abcdef"))
            .withQueryParam("corpsecret", equalTo(SECRET)));
  }

  @Test
  void fiftyCallersAtOnceFetchOneToken() throws Exception {
    platform.stubFor(
        get(urlPathEqualTo(GETTOKEN)).willReturn(token("TOKEN-1", 7200).withFixedDelay(200)));
    platform.stubFor(post(urlPathEqualTo(SEND)).willReturn(taken()));

    List<Outcome> outcomes = together(50, () -> send("好"));

    assertThat(outcomes).hasSize(50).containsOnly(TAKEN);
    assertThat(fetches()).isEqualTo(1);
    assertThat(sends()).isEqualTo(50);
  }

  @Test
  void aTokenIsUsedUntilFiveMinutesBeforeItsEnd() {
    tokens("TOKEN-1", 7200);
    platform.stubFor(post(urlPathEqualTo(SEND)).willReturn(taken()));
    send("一");
    clock.pass(Duration.ofSeconds(6899));
    send("二");
    assertThat(fetches()).isEqualTo(1);

    clock.pass(Duration.ofSeconds(1));
    send("三");

    assertThat(fetches()).isEqualTo(2);
  }

  @Test
  void aRefusedTokenIsFetchedAnewAndTheCallRepeatedOnce() {
    tokensInTurn("TOKEN-1", "TOKEN-2");
    platform.stubFor(sending("TOKEN-1").willReturn(error(40014)));
    platform.stubFor(sending("TOKEN-2").willReturn(taken()));

    assertThat(send("好")).isEqualTo(TAKEN);
    assertThat(send("好")).isEqualTo(TAKEN);

    assertThat(fetches()).isEqualTo(2);
    assertThat(sends()).isEqualTo(3);
  }

  @Test
  void aTokenThatManyFindRefusedIsFetchedAnewOnce() throws Exception {
    tokensInTurn("TOKEN-1", "TOKEN-2");
    platform.stubFor(sending("TOKEN-1").willReturn(error(42001).withFixedDelay(100)));
    platform.stubFor(sending("TOKEN-2").willReturn(taken()));

    assertThat(together(12, () -> send("好"))).containsOnly(TAKEN);

    assertThat(fetches()).isEqualTo(2);
  }

  @Test
  void aTokenThatIsRefusedTwiceIsAMistakeInTheSettings() {
    tokensInTurn("TOKEN-1", "TOKEN-2");
    platform.stubFor(post(urlPathEqualTo(SEND)).willReturn(error(40001)));

    assertThat(send("好"))
        .isEqualTo(new Outcome.TryAgain(Duration.ofMinutes(10), "settings", "40001"));

    assertThat(fetches()).isEqualTo(2);
    assertThat(sends()).isEqualTo(2);
  }

  @Test
  void aSecondNodeUsesTheTokenOfTheFirst() {
    tokens("TOKEN-1", 7200);
    platform.stubFor(post(urlPathEqualTo(SEND)).willReturn(taken()));
    send("一");
    var secondNode = new Transport(vertx, store, clock, PATIENT);

    assertThat(send(secondNode, "二")).isEqualTo(TAKEN);

    assertThat(fetches()).isEqualTo(1);
    secondNode.close();
  }

  @Test
  void aTokenThatAnotherNodeHasRenewedIsTakenFromTheStore() throws Exception {
    tokensInTurn("TOKEN-1", "TOKEN-2");
    platform.stubFor(sending("TOKEN-1").willReturn(taken()));
    platform.stubFor(sending("TOKEN-2").willReturn(taken()));
    send("一");
    String key = channel().tokens().orElseThrow().key();
    store.keepToken(key, new Tokens.Kept("TOKEN-2", clock.instant().plusSeconds(7200)));
    platform.stubFor(sending("TOKEN-1").willReturn(error(40014)));

    assertThat(send("二")).isEqualTo(TAKEN);

    assertThat(fetches()).isEqualTo(1);
  }

  @Test
  void whileAnotherNodeFetchesNobodyElseDoes() throws Exception {
    tokens("TOKEN-1", 7200);
    store.reserveToken(channel().tokens().orElseThrow().key(), Duration.ofSeconds(20));

    assertThat(send("好")).isEqualTo(new Outcome.TryAgain(Duration.ofSeconds(1), "token_busy", ""));
    assertThat(fetches()).isZero();

    clock.pass(Duration.ofSeconds(20));
    platform.stubFor(post(urlPathEqualTo(SEND)).willReturn(taken()));
    assertThat(send("好")).isEqualTo(TAKEN);
  }

  @Test
  void aWrongSecretIsNotTriedAgainAtOnce() {
    platform.stubFor(get(urlPathEqualTo(GETTOKEN)).willReturn(error(40001)));

    for (int i = 0; i < 5; i++) {
      assertThat(send("好"))
          .isEqualTo(new Outcome.TryAgain(Duration.ofMinutes(10), "settings", "40001"));
    }
    assertThat(fetches()).isEqualTo(1);

    clock.pass(Duration.ofMinutes(1));
    tokens("TOKEN-1", 7200);
    platform.stubFor(post(urlPathEqualTo(SEND)).willReturn(taken()));
    assertThat(send("好")).isEqualTo(TAKEN);
  }

  @Test
  void aTokenStoreThatFailsMakesTheMessageWait() {
    tokens("TOKEN-1", 7200);
    store.breakDown(true);

    assertThat(send("好")).isEqualTo(new Outcome.TryAgain(Duration.ofSeconds(5), "token_store", ""));

    store.breakDown(false);
    platform.stubFor(post(urlPathEqualTo(SEND)).willReturn(taken()));
    assertThat(send("好")).isEqualTo(TAKEN);
  }

  @Test
  void aFrequencyLimitMeansAMinute() {
    tokens("TOKEN-1", 7200);
    platform.stubFor(post(urlPathEqualTo(SEND)).willReturn(error(45009)));

    assertThat(send("好"))
        .isEqualTo(new Outcome.TryAgain(Duration.ofSeconds(60), "rate_limit", "45009"));
  }

  @Test
  void anUnknownRecipientIsFoundInAnAnswerThatSaysOk() {
    tokens("TOKEN-1", 7200);
    platform.stubFor(
        post(urlPathEqualTo(SEND))
            .willReturn(okJson("{\"errcode\":0,\"invaliduser\":\"other|WANG.xiaomei\"}")));

    assertThat(send("好")).isEqualTo(new Outcome.Refused("unknown_recipient", "0"));
  }

  @Test
  void aPlatformThatIsDownMeansLater() {
    tokens("TOKEN-1", 7200);
    platform.stubFor(
        post(urlPathEqualTo(SEND)).willReturn(aResponse().withStatus(502).withBody("<html>")));
    assertCode("platform_down");

    platform.stubFor(post(urlPathEqualTo(SEND)).willReturn(aResponse().withBody("<html>")));
    assertCode("unreadable");

    platform.stubFor(
        post(urlPathEqualTo(SEND))
            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    assertCode("unreachable");

    platform.stubFor(
        post(urlPathEqualTo(SEND))
            .willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
    assertThat(send("好")).isInstanceOf(Outcome.TryAgain.class);
  }

  @Test
  void aPlatformThatTakesTooLongMeansLater() {
    tokens("TOKEN-1", 7200);
    platform.stubFor(post(urlPathEqualTo(SEND)).willReturn(taken()));
    send("好");
    platform.stubFor(post(urlPathEqualTo(SEND)).willReturn(taken().withFixedDelay(3000)));
    transport.close();
    transport = new Transport(vertx, store, clock, HASTY);

    assertCode("timeout");
  }

  @Test
  void anAnswerWithoutEndIsNotKept() {
    tokens("TOKEN-1", 7200);
    var padding = " ".repeat(PATIENT.bytes() - 40);
    platform.stubFor(
        post(urlPathEqualTo(SEND))
            .willReturn(okJson("{\"errcode\":0,\"msgid\":\"m\"" + padding + "}")));
    assertThat(send("好")).isInstanceOf(Outcome.Accepted.class);

    platform.stubFor(
        post(urlPathEqualTo(SEND))
            .willReturn(okJson("{\"errcode\":0,\"msgid\":\"m\"" + padding.repeat(3) + "}")));
    assertCode("answer_size");
  }

  @Test
  void aTokenThatTakesTooLongMeansLater() {
    platform.stubFor(
        get(urlPathEqualTo(GETTOKEN)).willReturn(token("TOKEN-1", 7200).withFixedDelay(3000)));
    transport.close();
    transport = new Transport(vertx, store, clock, HASTY);

    assertCode("timeout");
  }

  @Test
  void noOneListeningMeansLater() {
    tokens("TOKEN-1", 7200);
    Channel elsewhere = channel("http://127.0.0.1:1");

    Outcome outcome = transport.send(elsewhere, message("好"), call(elsewhere, "好"));

    assertThat(outcome).isInstanceOf(Outcome.TryAgain.class);
    assertThat(((Outcome.TryAgain) outcome).code()).isEqualTo("unreachable");
    assertThat(outcome.toString()).doesNotContain("secret");
  }

  private void assertCode(String code) {
    Outcome outcome = send("好");
    assertThat(outcome).isInstanceOf(Outcome.TryAgain.class);
    assertThat(((Outcome.TryAgain) outcome).code()).isEqualTo(code);
    assertThat(outcome.toString()).doesNotContain("secret").doesNotContain("TOKEN-");
  }

  private Outcome send(String text) {
    return send(transport, text);
  }

  private static Outcome send(Transport transport, String text) {
    Channel channel = channel();
    return transport.send(channel, message(text), call(channel, text));
  }

  private static Channel channel() {
    return channel(platform.baseUrl());
  }

  private static Channel channel(String api) {
    return new WecomChannel(
        new WecomSettings(
            new ChannelName("wecom"),
            api,
            "ww0123456789abcdef",
            1000002,
            SECRET,
            "token",
            "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"),
        RandomGenerator.getDefault());
  }

  private static Outbound message(String text) {
    return new Outbound(
        new UUID(0, 1),
        new Outbound.Target.ToPerson("wang.xiaomei"),
        new Reply.Part(text, List.of()));
  }

  private static HttpCall call(Channel channel, String text) {
    return (HttpCall) channel.encode(message(text));
  }

  private static List<Outcome> together(int count, Callable<Outcome> work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var futures = new ArrayList<Future<Outcome>>();
      for (int i = 0; i < count; i++) {
        futures.add(threads.submit(work));
      }
      var outcomes = new ArrayList<Outcome>();
      for (var future : futures) {
        outcomes.add(future.get());
      }
      return outcomes;
    }
  }

  private static void tokens(String token, int seconds) {
    platform.stubFor(get(urlPathEqualTo(GETTOKEN)).willReturn(token(token, seconds)));
  }

  private static void tokensInTurn(String first, String second) {
    platform.stubFor(
        get(urlPathEqualTo(GETTOKEN))
            .inScenario("tokens")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(token(first, 7200))
            .willSetStateTo("second"));
    platform.stubFor(
        get(urlPathEqualTo(GETTOKEN))
            .inScenario("tokens")
            .whenScenarioStateIs("second")
            .willReturn(token(second, 7200)));
  }

  private static MappingBuilder sending(String token) {
    return post(urlPathEqualTo(SEND)).withQueryParam("access_token", equalTo(token));
  }

  private static ResponseDefinitionBuilder token(String token, int seconds) {
    return okJson(
        "{\"errcode\":0,\"errmsg\":\"ok\",\"access_token\":\"%s\",\"expires_in\":%d}"
            .formatted(token, seconds));
  }

  private static ResponseDefinitionBuilder error(int code) {
    return okJson("{\"errcode\":%d,\"errmsg\":\"hint from ip 10.0.0.1\"}".formatted(code));
  }

  private static ResponseDefinitionBuilder taken() {
    return okJson("{\"errcode\":0,\"errmsg\":\"ok\",\"invaliduser\":\"\",\"msgid\":\"m\"}");
  }

  private static int fetches() {
    return platform.findAll(getRequestedFor(urlPathEqualTo(GETTOKEN))).size();
  }

  private static int sends() {
    return platform.findAll(postRequestedFor(urlPathEqualTo(SEND))).size();
  }
}
