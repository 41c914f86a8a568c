package org.lanshao.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.Patience.until;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lanshao.channel.Channel;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawRequest;
import org.lanshao.channel.RawResponse;
import org.lanshao.channel.Received;
import org.lanshao.channel.Spend;
import org.lanshao.message.Capabilities;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Inbound;
import org.lanshao.message.Outbound;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.pace.Pace;
import org.lanshao.transport.HandClock;
import org.lanshao.transport.Transport;
import org.lanshao.transport.TransportLimits;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing.Terms;
import org.lanshao.turn.Outgoing.Settlement;
import org.lanshao.turn.Tokens;

class SenderTest {
  private static final Target PERSON = new Target.ToPerson("w1");
  private static final RandomGenerator STILL = () -> 0L;
  private static Vertx vertx;

  private final HandClock clock = new HandClock();
  private final MemoryOutgoing outgoing = new MemoryOutgoing(clock);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<String> page = new CopyOnWriteArrayList<>();
  private Optional<Sender> sender = Optional.empty();

  /** Answers anything with nothing and counts. */
  private record Platform(HttpServer server, AtomicInteger calls) {
    static Platform open() throws IOException {
      var calls = new AtomicInteger();
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
      return new Platform(server, calls);
    }

    String address() {
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }
  }

  private Platform platform;

  @BeforeEach
  void openPlatform() throws IOException {
    platform = Platform.open();
  }

  @AfterEach
  void closePlatform() {
    platform.server().stop(0);
  }

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void closeAll() {
    vertx.close().await();
  }

  @AfterEach
  void stop() {
    sender.ifPresent(Sender::close);
  }

  private void start(Consumer<String> shown) {
    start(shown, Sender.Room.USUAL);
  }

  private void start(Consumer<String> shown, Sender.Room room) {
    var transport = new Transport(vertx, new NoTokens(), clock, TransportLimits.USUAL);
    var outlets = new Outlets(Map.of(new ChannelName("try"), new TryChannel()), transport, shown);
    var pace = Pace.alone(clock, name -> name);
    var sending = new Sending(outlets, pace, RetryPolicy.USUAL, clock, STILL);
    sender = Optional.of(new Sender(outgoing, sending, room, () -> true, meters));
    outgoing.onCommitted(sender.get()::wake);
    sender.get().start();
  }

  @Test
  void aCommittedMessageGoesOutAtOnce() {
    start(page::add);

    UUID id = outgoing.commit("try", PERSON, "show 一");

    until(() -> isSettled(id, Settlement.Accepted.PLAIN));
    assertThat(page).containsExactly("show 一");
    until(() -> sent("accepted", "ok") == 1);
  }

  @Test
  void whatWaitedBeforeTheStartGoesOut() {
    UUID id = outgoing.commit("try", PERSON, "show 一");

    start(page::add);

    until(() -> isSettled(id, Settlement.Accepted.PLAIN));
  }

  @Test
  void messagesToOnePersonGoOutInOrder() {
    start(page::add);

    for (int i = 0; i < 50; i++) {
      outgoing.commit("try", PERSON, "show " + i);
    }

    until(() -> page.size() == 50);
    for (int i = 0; i < 50; i++) {
      assertThat(page.get(i)).isEqualTo("show " + i);
    }
  }

  @Test
  void aMessageThatFailsIsSentAgainWhenItIsDue() {
    start(page::add);

    UUID id = outgoing.commit("try", PERSON, "call");

    Instant due = clock.instant().plusSeconds(1);
    until(() -> isSettled(id, again(due)));
    assertThat(outgoing.settlements(id)).hasSize(1);

    clock.pass(Duration.ofSeconds(1));
    sender.orElseThrow().wake();
    until(() -> isSettled(id, again(due.plusSeconds(5))));
  }

  @Test
  void whatNeverSucceedsRestsAsRefused() {
    start(page::add);
    UUID id = outgoing.commit("try", PERSON, "call");

    for (int attempt = 1; attempt <= 8; attempt++) {
      int tries = attempt;
      until(() -> outgoing.settlements(id).size() == tries);
      clock.pass(Duration.ofHours(4));
      sender.orElseThrow().wake();
    }

    until(() -> isSettled(id, new Settlement.Refused("unreachable", "AnnotatedConnectException")));
    until(() -> sent("refused", "unreachable") == 1);
    assertThat(sent("again", "unreachable")).isEqualTo(8);
  }

  @Test
  void whatAChannelCannotSendIsRefused() {
    start(page::add);

    UUID toGroup = outgoing.commit("try", new Target.ToGroup("g1"), "impossible");
    UUID nowhere = outgoing.commit("gone", PERSON, "show 一");

    until(() -> isSettled(toGroup, new Settlement.Refused("no_group", "")));
    until(() -> isSettled(nowhere, new Settlement.Refused("no_channel", "")));
  }

  @Test
  void aMistakeInsideStopsNoOtherMessage() {
    start(page::add);

    UUID broken = outgoing.commit("try", PERSON, "throw");
    UUID good = outgoing.commit("try", new Target.ToPerson("w2"), "show 一");

    until(() -> isSettled(good, Settlement.Accepted.PLAIN));
    until(
        () ->
            isSettled(
                broken,
                new Settlement.Again(clock.instant().plusSeconds(30), "failed_inside", "")));
  }

  @Test
  void nothingIsLostWhileTheDatabaseIsAway() {
    outgoing.failClaims(true);
    start(page::add);
    UUID id = outgoing.commit("try", PERSON, "show 一");

    outgoing.failClaims(false);

    until(() -> isSettled(id, Settlement.Accepted.PLAIN));
  }

  @Test
  void whatCouldNotBeSettledIsSentAgainAfterTheLease() {
    outgoing.failSettles(1);
    start(page::add);
    UUID id = outgoing.commit("try", PERSON, "show 一");
    until(() -> page.size() == 1 && !outgoing.failsSettles());

    clock.pass(Duration.ofSeconds(90));
    until(
        () -> {
          sender.orElseThrow().wake();
          return isSettled(id, Settlement.Accepted.PLAIN);
        });

    assertThat(page).containsExactly("show 一", "show 一");
  }

  @Test
  void noMoreThanSixteenAreInFlight() throws InterruptedException {
    var inFlight = new AtomicInteger();
    var most = new AtomicInteger();
    var gate = new Semaphore(0);
    start(
        json -> {
          most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
          gate.acquireUninterruptibly();
          inFlight.decrementAndGet();
          page.add(json);
        });

    for (int i = 0; i < 60; i++) {
      outgoing.commit("try", new Target.ToPerson("w" + i), "show " + i);
    }

    until(() -> inFlight.get() == 16);
    TimeUnit.MILLISECONDS.sleep(100);
    assertThat(most).hasValue(16);
    gate.release(60);
    until(() -> page.size() == 60);
    assertThat(most).hasValue(16);
  }

  @Test
  void stoppingLetsWhatIsInFlightEndAndTakesNoMore() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var gate = new CountDownLatch(1);
    start(
        json -> {
          begun.countDown();
          awaitQuietly(gate);
          page.add(json);
        });
    UUID first = outgoing.commit("try", PERSON, "show 一");
    begun.await();

    var stopping = Thread.ofVirtual().start(() -> sender.orElseThrow().close());
    assertThat(stopping.join(Duration.ofMillis(200))).as("it waits").isFalse();
    UUID second = outgoing.commit("try", PERSON, "show 二");
    gate.countDown();
    stopping.join();

    assertThat(isSettled(first, Settlement.Accepted.PLAIN)).isTrue();
    assertThat(outgoing.settlements(second)).isEmpty();
    assertThat(page).containsExactly("show 一");
  }

  @Test
  void anEmergencyIsNextWhileAllCallsHang() {
    var gate = new Semaphore(0);
    var hanging = new AtomicInteger();
    start(
        json -> {
          if (!json.endsWith("!")) {
            hanging.incrementAndGet();
            gate.acquireUninterruptibly();
          }
          page.add(json);
        });
    for (int i = 0; i < 60; i++) {
      outgoing.commit("try", new Target.ToPerson("w" + i), "show " + i, Terms.NOTICE);
    }

    until(() -> hanging.get() == 16);
    outgoing.commit("try", PERSON, "show 紧急!", Terms.of(Lane.EMERGENCY));

    until(() -> page.size() == 1);
    assertThat(page).containsExactly("show 紧急!");
    gate.release(60);
    until(() -> page.size() == 61);
  }

  @Test
  void moreUrgentLanesLeaveFirst() {
    outgoing.commit("try", new Target.ToPerson("w1"), "show 4", Terms.of(Lane.DIGEST));
    outgoing.commit("try", new Target.ToPerson("w1"), "show 3", Terms.NOTICE);
    outgoing.commit("try", new Target.ToPerson("w1"), "show 2", Terms.REPLY);
    outgoing.commit("try", new Target.ToPerson("w1"), "show 1", Terms.of(Lane.EMERGENCY));

    start(page::add, new Sender.Room(1, 0));

    until(() -> page.size() == 4);
    assertThat(page).containsExactly("show 1", "show 2", "show 3", "show 4");
  }

  @Test
  void whatIsOfNoUseAnyMoreIsNotSentAndIsCounted() {
    var over = new Terms(Lane.NOTICE, Optional.of(clock.instant()), Optional.empty());
    var soon = new Terms(Lane.NOTICE, Optional.of(clock.instant().plusMillis(1)), Optional.empty());
    UUID late = outgoing.commit("try", PERSON, "show 一", over);
    UUID good = outgoing.commit("try", PERSON, "show 二", soon);

    start(page::add);

    until(() -> isSettled(good, Settlement.Accepted.PLAIN));
    assertThat(isSettled(late, new Settlement.Expired())).isTrue();
    assertThat(page).containsExactly("show 二");
    until(() -> sent("expired", "expired") == 1);
  }

  @Test
  void whatMustWaitForItsBucketIsPutBackAndLeavesWhenItIsItsTime() {
    clock.pass(Duration.ofHours(1));
    start(page::add);
    clock.pass(Duration.ofHours(1));
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      ids.add(outgoing.commit("try", new Target.ToPerson("w" + i), "slow " + i));
    }

    // Eight of ten are for all: four that were saved up, and one each 15 seconds.
    until(() -> ids.stream().noneMatch(id -> outgoing.settlements(id).isEmpty()));
    assertThat(page).hasSize(4);
    UUID urgent = outgoing.commit("try", PERSON, "slow 紧急", Terms.of(Lane.EMERGENCY));
    until(() -> isSettled(urgent, Settlement.Accepted.PLAIN));

    clock.pass(Duration.ofSeconds(16));
    sender.orElseThrow().wake();
    until(() -> page.size() == 6);
    clock.pass(Duration.ofSeconds(16));
    sender.orElseThrow().wake();
    until(() -> page.size() == 7);
    sender.orElseThrow().close();
    assertThat(ids.stream().mapToInt(id -> outgoing.settlements(id).size()).sum()).isEqualTo(8);
  }

  @Test
  void aPlatformThatTakesNoMoreIsLeftAloneButForEmergencies() {
    start(page::add);
    clock.pass(Duration.ofHours(1));
    UUID first = outgoing.commit("try", PERSON, "limited");
    until(() -> outgoing.settlements(first).size() == 1);

    UUID other = outgoing.commit("try", new Target.ToPerson("w2"), "limited");
    UUID urgent =
        outgoing.commit("try", new Target.ToPerson("w3"), "slow 紧急", Terms.of(Lane.EMERGENCY));

    until(() -> isSettled(urgent, Settlement.Accepted.PLAIN));
    until(() -> outgoing.settlements(other).size() == 1);
    assertThat(outgoing.settlements(first).getFirst()).isInstanceOf(Settlement.Again.class);
    assertThat(outgoing.settlements(other).getFirst()).isInstanceOf(Settlement.Paced.class);
    assertThat(platform.calls()).hasValue(1);
  }

  @Test
  void howManyWaitIsShown() {
    outgoing.commit("try", PERSON, "call");

    start(page::add);

    until(() -> meters.get("lanshao.outbox.waiting").tag("lane", "reply").gauge().value() == 1);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Settlement again(Instant at) {
    return new Settlement.Again(at, "unreachable", "AnnotatedConnectException");
  }

  private boolean isSettled(UUID id, Settlement settlement) {
    var written = outgoing.settlements(id);
    return !written.isEmpty() && written.getLast().equals(settlement);
  }

  private double sent(String result, String code) {
    return meters
        .find("lanshao.outbox.sent")
        .tags("channel", "try", "result", result, "code", code)
        .counters()
        .stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  /** Sends as the text says: show …, call, impossible, throw. */
  private final class TryChannel implements Channel {
    @Override
    public Delivery encode(Outbound outbound) {
      String text = outbound.part().text();
      return switch (text.split(" ")[0]) {
        case "show", "slow" -> new Delivery.Show(text);
        case "limited" ->
            new Delivery.HttpCall(
                "POST", platform.address(), Map.of(), new byte[0], Optional.empty());
        case "call" ->
            new Delivery.HttpCall(
                "POST", "http://127.0.0.1:1/send", Map.of(), new byte[0], Optional.empty());
        case "impossible" -> new Delivery.Impossible("no_group");
        default -> throw new IllegalStateException(text);
      };
    }

    @Override
    public Outcome outcome(Outbound outbound, RawResponse response) {
      return outbound.part().text().equals("limited")
          ? new Outcome.TryAgain(Duration.ofMinutes(1), "rate_limit", "45009")
          : Outcome.Accepted.PLAIN;
    }

    @Override
    public List<Spend> spends(Outbound outbound) {
      return outbound.part().text().matches("(slow|limited).*")
          ? List.of(new Spend("slow", List.of(new Spend.Limit(10, Duration.ofMinutes(1)))))
          : List.of();
    }

    @Override
    public ChannelName name() {
      return new ChannelName("try");
    }

    @Override
    public String kind() {
      return "try";
    }

    @Override
    public Capabilities capabilities() {
      return new Capabilities(Optional.empty(), 100);
    }

    @Override
    public Received read(RawRequest request, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<RawResponse> answer(Inbound inbound, Reply reply, Instant now) {
      return Optional.empty();
    }
  }

  private static final class NoTokens implements Tokens {
    @Override
    public Optional<Kept> token(String key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean reserveToken(String key, Duration lease) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void keepToken(String key, Kept token) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void releaseToken(String key) {
      throw new UnsupportedOperationException();
    }
  }
}
