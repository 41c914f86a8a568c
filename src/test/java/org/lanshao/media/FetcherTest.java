package org.lanshao.media;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.Patience.until;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.channel.wecom.WecomChannel;
import org.lanshao.channel.wecom.WecomSettings;
import org.lanshao.dialogue.TestWording;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Media;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;
import org.lanshao.store.Store;
import org.lanshao.store.StoreLimits;
import org.lanshao.store.StoreSettings;
import org.lanshao.transport.HandClock;
import org.lanshao.transport.Transport;
import org.lanshao.transport.TransportLimits;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Lane;
import org.lanshao.turn.MediaRows.State;
import org.lanshao.turn.NewMedia;
import org.lanshao.turn.NewMedia.Wanted;
import org.lanshao.turn.NewTurn;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;
import org.slf4j.LoggerFactory;

/** From the row of a turn to bytes on the disk, with a platform on this machine. */
@SuppressWarnings("NullAway.Init") // JUnit calls begin first.
class FetcherTest {
  private static final ChannelName WECOM = new ChannelName("wecom");
  private static final Media.Sent SENT = new Media.Sent("wecom", "MEDIA+id/1");
  private static final int LIMIT = 256 * 1024;
  private static final String GET = "/cgi-bin/media/get";
  private static final byte[] PHOTO =
      bytes("\u00ff\u00d8\u00ff\u00e0 a photo of the village ", 90_000);
  private static final byte[] PAPER = bytes("%PDF-1.7 ", 9_000);
  private static WireMockServer platform;
  private static Vertx vertx;

  private final HandClock clock =
      new HandClock(Instant.parse("2022-05-10T01:30:00Z"), ZoneId.of("Asia/Shanghai"));
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private Path folder;
  private Store store;
  private Fetcher fetcher;

  @BeforeAll
  static void open() {
    platform = new WireMockServer(options().dynamicPort());
    platform.start();
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void closeAll() {
    platform.stop();
    vertx.close().await();
  }

  @BeforeEach
  void begin(@TempDir Path temporary) throws Unavailable {
    folder = temporary;
    platform.resetAll();
    platform.stubFor(
        get(urlPathEqualTo("/cgi-bin/gettoken"))
            .willReturn(
                okJson("{\"errcode\":0,\"access_token\":\"TOKEN-1\",\"expires_in\":7200}")));
    logged.start();
    house().addAppender(logged);
    house().setLevel(Level.TRACE);
    house().setAdditive(false);
    store = store();
    fetcher = fetcher(store);
  }

  @AfterEach
  void nothingPrivateIsLogged() throws Exception {
    for (var one : opened.reversed()) {
      one.close();
    }
    house().detachAppender(logged);
    house().setLevel(null);
    house().setAdditive(true);
    assertThat(logged.list)
        .allSatisfy(
            event ->
                assertThat(event.getFormattedMessage() + event.getKeyValuePairs())
                    .doesNotContain("MEDIA", "TOKEN-", "the-secret", "village", "chen"));
  }

  private static Logger house() {
    return (Logger) LoggerFactory.getLogger("org.lanshao");
  }

  private Store store() throws Unavailable {
    var settings =
        new StoreSettings(
            "jdbc:sqlite:" + folder.resolve("data/lanshao.db"),
            "",
            "",
            folder.resolve("data"),
            Optional.empty());
    var around =
        new Store.Surroundings(
            clock, new SimpleMeterRegistry(), area -> List.of(area), StoreLimits.USUAL);
    var store = Store.open(settings, around);
    opened.add(store);
    return store;
  }

  private Fetcher fetcher(Store store) {
    var channel =
        new WecomChannel(
            new WecomSettings(
                WECOM,
                platform.baseUrl(),
                "ww0123456789abcdef",
                1000002,
                "the-secret",
                "token",
                "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"),
            RandomGenerator.getDefault());
    var patient = new TransportLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), 4, LIMIT);
    var transport =
        new Transport(
            vertx, store.tokens(), clock, TransportLimits.USUAL, patient, store.mediaFiles());
    opened.add(transport);
    var fetching =
        new Fetching(
            Map.of(WECOM, channel), transport, store.mediaFiles(), FetchPolicy.USUAL, () -> 0L);
    var apologies = new Apologies(talk -> TestWording.read(), UUID::randomUUID, clock, 20);
    var fetcher = new Fetcher(store.media(), fetching, apologies, clock, meters);
    opened.add(fetcher);
    return fetcher;
  }

  private void answer(ResponseDefinitionBuilder response) {
    platform.stubFor(get(urlPathEqualTo(GET)).willReturn(response));
  }

  private static ResponseDefinitionBuilder file(String type, byte[] bytes) {
    return aResponse()
        .withHeader("Content-Type", type)
        .withHeader("Content-disposition", "attachment; filename=\"x\"")
        .withBody(bytes);
  }

  private static ResponseDefinitionBuilder error(int code) {
    return okJson("{\"errcode\":%d,\"errmsg\":\"hint\"}".formatted(code));
  }

  private static final ConversationId CHEN = new ConversationId(WECOM, new Chat.Private(), "chen");

  private NewTurn turn(long seq, String messageId) {
    return new NewTurn(
        CHEN,
        seq,
        messageId,
        clock.instant(),
        Optional.of(new PersonId("p01")),
        "{}",
        "[]",
        "",
        0,
        Optional.empty(),
        "",
        Optional.empty());
  }

  private void take(Wanted wanted) throws Unavailable {
    var turn = turn(1, "m1");
    var media = List.of(new NewMedia(CHEN, 1, SENT, wanted, clock.instant()));
    Promised.kept(store.commit(Changes.of(turn).media(media).build()));
  }

  @Test
  void whatAWorkerSentIsFetchedOnceAndKept() throws Exception {
    answer(file("image/jpeg", PHOTO));
    fetcher.start();
    take(Wanted.PHOTO);

    State.Kept kept = (State.Kept) settled();
    assertThat(kept.type()).isEqualTo("jpeg");
    assertThat(kept.size()).isEqualTo(PHOTO.length);
    assertThat(store.mediaFiles().read(kept.hash())).hasValue(PHOTO);
    platform.verify(
        1,
        getRequestedFor(urlPathEqualTo(GET))
            .withQueryParam("media_id", equalTo("MEDIA+id/1"))
            .withQueryParam("access_token", equalTo("TOKEN-1")));
    assertThat(told()).isEmpty();
    assertThat(count("kept", "jpeg")).isEqualTo(1);
  }

  @Test
  void whatWaitedBeforeTheStartIsFetchedByOneOfTwoNodes() throws Exception {
    answer(file("image/jpeg", PHOTO).withFixedDelay(200));
    take(Wanted.PHOTO);
    var other = fetcher(store());
    fetcher.start();
    other.start();

    assertThat(settled()).isInstanceOf(State.Kept.class);
    platform.verify(1, getRequestedFor(urlPathEqualTo(GET)));
  }

  @Test
  void anIdThatThePlatformHasForgottenIsRefusedAndTold() throws Exception {
    answer(error(40007));
    fetcher.start();
    take(Wanted.PHOTO);

    assertThat(settled()).isEqualTo(new State.Refused("media_gone"));
    assertThat(told()).containsExactly("您5/10 09:30发的照片或文件没能取到。请再发一次；表已经提交的，先回复 更正。");
    assertThat(count("refused", "media_gone")).isEqualTo(1);
  }

  @Test
  void aBusyPlatformAndACutConnectionAreTriedAgain() throws Exception {
    answer(error(45033));
    fetcher.start();
    take(Wanted.PHOTO);
    until(() -> count("again", "parallel") == 1);

    answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    pass(Duration.ofSeconds(2));
    until(() -> count("again", "unreachable") == 1);

    answer(
        file("image/jpeg", PHOTO)
            .withHeader("Content-Length", Integer.toString(PHOTO.length * 2))
            .withFault(Fault.MALFORMED_RESPONSE_CHUNK));
    pass(Duration.ofSeconds(10));
    until(() -> count("again", "unreachable") == 2);

    answer(aResponse().withStatus(502).withBody("<html>"));
    pass(Duration.ofSeconds(30));
    until(() -> count("again", "platform_down") == 1);
    assertThat(store.media().state(SENT)).contains(new State.Waits());

    answer(file("image/jpeg", PHOTO));
    pass(Duration.ofMinutes(2));
    assertThat(settled()).isInstanceOf(State.Kept.class);
    assertThat(told()).isEmpty();
  }

  @Test
  void whatIsTooLargeIsRefusedAndTold() throws Exception {
    answer(file("image/jpeg", Arrays.copyOf(PHOTO, LIMIT + 1)));
    fetcher.start();
    take(Wanted.PHOTO);

    assertThat(settled()).isEqualTo(new State.Refused("too_large"));
    assertThat(told()).singleElement().asString().contains("超过20MB");
  }

  @Test
  void whatIsAsLargeAsTheLimitIsKept() throws Exception {
    answer(file("image/jpeg", Arrays.copyOf(PHOTO, LIMIT)));
    fetcher.start();
    take(Wanted.PHOTO);

    assertThat(settled()).isInstanceOf(State.Kept.class);
  }

  @Test
  void whatIsSomethingElseThanItSaysIsRefusedAndTold() throws Exception {
    answer(file("image/jpeg", bytes("MZ\u0090 a program ", 9_000)));
    fetcher.start();
    take(Wanted.PHOTO);

    assertThat(settled()).isEqualTo(new State.Refused("wrong_type"));
    assertThat(told()).singleElement().asString().contains("PDF");
    assertThat(folder.resolve("data/media")).doesNotExist();
  }

  @Test
  void theBytesOfWhatIsGivenUpAreDeleted() throws Exception {
    answer(file("image/jpeg", PHOTO));
    fetcher.start();
    take(Wanted.PHOTO);
    var kept = (State.Kept) settled();

    drop();
    fetcher.wake();
    assertThat(store.mediaFiles().read(kept.hash()))
        .as("others may just be sending it")
        .isPresent();

    clock.pass(Duration.ofMinutes(4).plus(Duration.between(clock.instant(), Instant.now())));
    fetcher.wake();
    until(() -> isGone(kept.hash()) && nothingIsUnused());
  }

  private boolean nothingIsUnused() {
    try {
      return store.media().unused().isEmpty();
    } catch (Unavailable e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isGone(String hash) {
    try {
      return store.mediaFiles().read(hash).isEmpty();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void drop() throws Unavailable {
    var turn = turn(2, "m2");
    Promised.kept(store.commit(Changes.of(turn).dropped(List.of(SENT)).build()));
  }

  @Test
  void aPaperIsNoPhoto() throws Exception {
    answer(file("application/pdf", PAPER));
    fetcher.start();
    take(Wanted.PHOTO);

    assertThat(settled()).isEqualTo(new State.Refused("not_a_photo"));
    assertThat(told()).singleElement().asString().contains("不是照片");
  }

  @Test
  void aPaperIsAFile() throws Exception {
    answer(file("application/octet-stream", PAPER));
    fetcher.start();
    take(Wanted.FILE);

    assertThat(settled()).isInstanceOf(State.Kept.class);
  }

  private State settled() throws Unavailable {
    until(() -> !(state() instanceof State.Waits));
    return state();
  }

  private State state() {
    try {
      return store.media().state(SENT).orElseThrow();
    } catch (Unavailable e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> told() throws Unavailable {
    return store.outgoing().claim(Lane.DIGEST, 10, Duration.ofMinutes(1)).stream()
        .map(row -> row.message().part().text())
        .toList();
  }

  private double count(String result, String code) {
    var counter =
        meters.find("lanshao.media.fetched").tags("result", result, "code", code).counter();
    return counter == null ? 0 : counter.count();
  }

  private void pass(Duration time) {
    clock.pass(time);
    fetcher.wake();
  }

  private static byte[] bytes(String beginning, int size) {
    return Arrays.copyOf(beginning.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), size);
  }
}
