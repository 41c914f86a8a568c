package org.lanshao.alarm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.backup.BackupNotes;
import org.lanshao.channel.Road;
import org.lanshao.dialogue.TestWording;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.message.ChannelName;
import org.lanshao.store.Store;
import org.lanshao.store.StoreLimits;
import org.lanshao.store.StoreSettings;
import org.lanshao.transport.HandClock;
import org.lanshao.transport.Transport;
import org.lanshao.transport.TransportLimits;
import org.lanshao.turn.Unavailable;

/** Who is told that something is wrong, when, how often, and that it is over. */
@SuppressWarnings("NullAway.Init") // JUnit calls open first.
class AlarmsTest {
  private static final ChannelName CHANNEL = new ChannelName("sandbox");
  private static WireMockServer robot;
  private static Vertx vertx;

  private final HandClock clock =
      new HandClock(Instant.parse("2022-05-10T01:30:00Z"), ZoneOffset.UTC);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Finding> wrong = new ArrayList<>();
  private boolean databaseDown;
  private Store store;
  private Transport transport;
  private Path dir;

  @BeforeAll
  static void openAll() {
    robot = new WireMockServer(options().dynamicPort());
    robot.start();
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void closeAll() throws Exception {
    robot.stop();
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  @BeforeEach
  void open(@TempDir Path temporary) throws Unavailable {
    dir = temporary;
    var settings =
        new StoreSettings(
            "jdbc:sqlite:" + dir.resolve("lanshao.db"), "", "", dir, Optional.empty());
    var around =
        new Store.Surroundings(
            clock, new SimpleMeterRegistry(), area -> List.of(), StoreLimits.USUAL);
    store = Store.open(settings, around);
    transport = new Transport(vertx, store.tokens(), clock, TransportLimits.USUAL);
    robot.resetAll();
    answers(okJson("{\"errcode\":0,\"errmsg\":\"ok\"}"));
  }

  @AfterEach
  void close() {
    transport.close();
    store.close();
  }

  private static void answers(ResponseDefinitionBuilder response) {
    robot.stubFor(post(urlPathEqualTo("/send")).willReturn(response));
  }

  private Alarms node(String name, OperationsWebhook.Shape shape) {
    var webhook =
        new OperationsWebhook(
            transport, Road.STRAIGHT, robot.baseUrl() + "/send?key=heimlich", shape);
    var mail =
        new AdminMail(
            store, BundledDirectory::read, Map.of(CHANNEL, "sandbox"), clock, UUID::randomUUID);
    var ways = new Alarms.Ways(webhook, mail, TestWording::read, name);
    return new Alarms(List.of(now -> List.copyOf(wrong)), store.alarmBook(), ways, clock, meters);
  }

  private Alarms node(String name) {
    return node(name, OperationsWebhook.Shape.TEXT);
  }

  /** What operations were told, oldest first. */
  private static List<String> told() {
    var all = new ArrayList<>(robot.getAllServeEvents());
    java.util.Collections.reverse(all);
    return all.stream().map(event -> event.getRequest().getBodyAsString()).toList();
  }

  /** How many messages wait for the admins. */
  private long toAdmins() throws Unavailable {
    return store.holding().waiting(Instant.EPOCH).rows();
  }

  private static Finding stalled() {
    return new Finding(Kind.OUTBOX_STALLED, Map.of("minutes", "11"));
  }

  @Test
  void aThingIsToldOnceAnHourAndItsEndOnce() throws Unavailable {
    var alarms = node("one");
    alarms.look();
    assertThat(told()).isEmpty();
    wrong.add(stalled());

    for (int minute = 0; minute < 60; minute++) {
      alarms.look();
      clock.pass(Duration.ofMinutes(1));
    }
    assertThat(told())
        .containsExactly(
            "{\"msgtype\":\"text\",\"text\":{\"content\":\"[outbox-stalled] one"
                + " 消息发不出去，最早的一条已经等了11分钟。请看 lanshao outbox 和企业微信后台。\"}}");
    assertThat(toAdmins()).isEqualTo(1);

    alarms.look();
    assertThat(told()).hasSize(2);
    assertThat(toAdmins()).isEqualTo(2);
    assertThat(meters.get("lanshao.alarms").tag("alarm", "outbox-stalled").gauge().value())
        .isEqualTo(1);

    wrong.clear();
    alarms.look();
    alarms.look();
    assertThat(told()).hasSize(3);
    assertThat(told().getLast()).contains("好了：消息又发得出去。");
    assertThat(toAdmins()).isEqualTo(3);
    assertThat(meters.get("lanshao.alarms").tag("alarm", "outbox-stalled").gauge().value())
        .isZero();

    wrong.add(stalled());
    alarms.look();
    assertThat(told()).as("the same again after its end is news").hasSize(4);
  }

  @Test
  void twoNodesTellOnceTogetherAndANodeOnlyEndsWhatItCanKnow() {
    wrong.add(stalled());
    var one = node("one");
    var two = node("two");
    one.look();
    two.look();
    assertThat(told()).hasSize(1);

    wrong.clear();
    wrong.add(new Finding(Kind.DISK_LOW, Map.of("megabytes", "7")));
    one.look();
    assertThat(told()).hasSize(3);
    wrong.clear();
    two.look();
    assertThat(told()).as("the disk of one is not known to two").hasSize(3);
    one.look();
    assertThat(told()).hasSize(4);
  }

  @Test
  void aRestartedNodeDoesNotRepeatAndTellsTheEnd() {
    wrong.add(stalled());
    node("one").look();
    var restarted = node("one");
    restarted.look();
    assertThat(told()).hasSize(1);
    wrong.clear();
    restarted.look();
    assertThat(told()).hasSize(2);
  }

  @Test
  void whatTheWebhookDoesNotTakeIsToldAgainUntilItDoes() {
    var alarms = node("one");
    wrong.add(stalled());
    answers(okJson("{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}"));
    alarms.look();
    answers(aResponse().withStatus(500));
    alarms.look();
    answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    alarms.look();
    assertThat(meters.counter("lanshao.operations.failed").count()).isEqualTo(3);
    answers(okJson("{}"));
    alarms.look();
    alarms.look();
    assertThat(told()).hasSize(4);
  }

  @Test
  void aCollectorGetsFields() {
    wrong.add(new Finding(Kind.WEBHOOK_DEAD, "g01", Map.of("group", "g01")));
    node("one", OperationsWebhook.Shape.JSON).look();
    assertThat(told())
        .singleElement()
        .asString()
        .startsWith("{\"code\":\"webhook-dead\",\"raised\":true,\"node\":\"one\",\"text\":\"群 g01");
  }

  @Test
  void operationsAreToldWithoutADatabaseAndTheAdminsOnceItIsBack() throws Unavailable {
    var down =
        new Alarms(
            List.of(Signs.when(() -> databaseDown, Kind.DATABASE_DOWN), Signs.failedBackup(store)),
            store.alarmBook(),
            new Alarms.Ways(
                new OperationsWebhook(
                    transport,
                    Road.STRAIGHT,
                    robot.baseUrl() + "/send",
                    OperationsWebhook.Shape.TEXT),
                new AdminMail(
                    store,
                    BundledDirectory::read,
                    Map.of(CHANNEL, "sandbox"),
                    clock,
                    UUID::randomUUID),
                TestWording::read,
                "one"),
            clock,
            meters);
    databaseDown = true;
    store.close();
    down.look();
    down.look();
    assertThat(told()).singleElement().asString().contains("数据库写不了");
  }

  @Test
  void everythingThatCanBeWrongIsSeen() throws Unavailable {
    var now = clock.instant();
    var nanos = new AtomicLong();
    var time = Signs.clock(clock, nanos::get, Duration.ofSeconds(30));
    assertThat(time.look(now)).isEmpty();
    nanos.addAndGet(Duration.ofSeconds(10).toNanos());
    clock.pass(Duration.ofSeconds(10));
    assertThat(time.look(now)).isEmpty();
    clock.pass(Duration.ofMinutes(-5));
    assertThat(time.look(now)).extracting(Finding::kind).containsExactly(Kind.CLOCK_JUMPED);
    assertThat(time.look(now)).isEmpty();

    assertThat(Signs.disk(() -> 5L << 20, 6L << 20).look(now))
        .containsExactly(new Finding(Kind.DISK_LOW, Map.of("megabytes", "5")));
    assertThat(Signs.disk(dir, 1).look(now)).isEmpty();
    assertThat(Signs.disk(dir, Long.MAX_VALUE).look(now)).hasSize(1);

    assertThat(Signs.failedBackup(store).look(now)).isEmpty();
    store.remember(BackupNotes.FAILED, now + " full");
    assertThat(Signs.failedBackup(store).look(now))
        .containsExactly(new Finding(Kind.BACKUP_FAILED, Map.of("code", "full")));
    store.remember(BackupNotes.FAILED, "");
    assertThat(Signs.failedBackup(store).look(now)).isEmpty();

    var overdue = Signs.overdueBackup(store, Duration.ofHours(26), now);
    assertThat(overdue.look(now.plus(Duration.ofHours(26)))).isEmpty();
    assertThat(overdue.look(now.plus(Duration.ofHours(27)))).hasSize(1);
    store.remember(BackupNotes.GOOD, now.plus(Duration.ofHours(3)).toString());
    assertThat(overdue.look(now.plus(Duration.ofHours(27)))).isEmpty();
  }
}
