package org.lanshao.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lanshao.channel.RawResponse;
import org.lanshao.desk.Desk;
import org.lanshao.desk.Mailboxes;
import org.lanshao.desk.talk.DeskPorts;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.form.Library;
import org.lanshao.form.Schema;
import org.lanshao.form.Template;
import org.lanshao.form.Wording;
import org.lanshao.message.ChannelName;
import org.lanshao.message.ChannelTraits;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.Inbound;
import org.lanshao.transport.HandClock;
import org.lanshao.turn.MemoryStore;
import org.lanshao.turn.Unavailable;

/** A desk that answers everybody with their account, and a turn that lasts as long as told. */
@Timeout(120)
class DeskReceptionTest {
  private static final Duration TOO_LONG = Duration.ofSeconds(4);
  private static final Instant DAY = Instant.parse("2022-05-10T01:30:00Z");

  private final FakeChannel channel = new FakeChannel();
  private final HandClock clock = new HandClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final MemoryStore store = new MemoryStore(Running.directory());
  private final AtomicReference<Runnable> duringTheTurn =
      new AtomicReference<>(DeskReceptionTest::atOnce);
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final Mailboxes mailboxes = new Mailboxes(1);
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final DeskReception reception =
      new DeskReception(
          vertx,
          mailboxes,
          desk(),
          (channel, id) -> CompletableFuture.completedStage(id),
          clock,
          meters);

  private Desk desk() {
    var ports = new DeskPorts(store, store);
    var wording =
        new Wording(Map.of(DeskWords.UNKNOWN_SENDER.key(), Template.of("不认识 {account}。")));
    try {
      return new Desk(
          ports,
          Shelf.publish(new Library(List.of(), wording), new Schema(Set.of()), ports),
          new Surroundings(
              Running.directory(),
              wording,
              this::traits,
              Clock.fixed(DAY, ZoneId.of("Asia/Shanghai")),
              UUID::randomUUID));
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  /** Every turn asks this first. */
  private ChannelTraits traits(ChannelName name) {
    duringTheTurn.getAndSet(DeskReceptionTest::atOnce).run();
    return new ChannelTraits(channel.kind(), channel.capabilities());
  }

  private static void atOnce() {}

  /** Turns are taken on threads of their own, where a test can hold them. */
  @BeforeEach
  void haveTheDeskAskElsewhere() {
    store.answerOnly(() -> Thread.currentThread().isVirtual());
  }

  @AfterEach
  void stop() throws InterruptedException {
    held.countDown();
    mailboxes.close(Duration.ofSeconds(1));
    vertx.close().await();
  }

  @Test
  void aReplyInTimeIsTheResponseAndNothingGoesThroughTheOutbox() {
    assertThat(text(say("m1").await())).isEqualTo("不认识 stranger。");

    assertThat(store.turns(inbound("m1").conversation())).hasSize(1);
    assertThat(store.outgoing()).isEmpty();
    idle();
    assertThat(meters.get("lanshao.turn").timer().count()).isEqualTo(1);
  }

  @Test
  void aMessageThatComesAgainGetsTheSameReplyAndNoSecondTurn() {
    var first = text(say("m1").await());
    clock.pass(Duration.ofMinutes(1));

    assertThat(text(say("m1").await())).isEqualTo(first);
    assertThat(store.turns(inbound("m1").conversation())).hasSize(1);
    assertThat(store.outgoing()).isEmpty();
  }

  @Test
  void aReplyThatIsTooLateForItsResponseIsSentThroughTheOutboxOnce() {
    var looking = holdTheLookAtTheLate();
    duringTheTurn.set(() -> clock.pass(TOO_LONG));
    var response = say("m1");
    idle();
    looking.countDown();

    assertEmptyOk(response.await());
    assertThat(store.outgoing())
        .singleElement()
        .satisfies(row -> assertThat(row.part().text()).isEqualTo("不认识 stranger。"));

    assertEmptyOk(say("m1").await());
    assertThat(store.outgoing()).as("after it came again").hasSize(1);
    assertThat(store.turns(inbound("m1").conversation())).hasSize(1);
  }

  @Test
  void aMessageThatComesAgainAndIsLateAgainIsNotAnsweredASecondTime() {
    say("m1").await();
    var looking = holdTheLookAtTheLate();
    duringTheTurn.set(() -> clock.pass(TOO_LONG));
    var response = say("m1");
    idle();
    looking.countDown();

    assertThat(response.await().status()).isEqualTo(200);
    assertThat(store.outgoing()).isEmpty();
  }

  @Test
  void aMessageThatIsNotCommittedInTimeIsTurnedAwayAndItsReplyStillArrivesOnce() {
    duringTheTurn.set(this::hold);
    var response = say("m1");
    await(begun);
    clock.pass(TOO_LONG);

    assertUnavailable(response, "late");
    assertThat(store.outgoing()).isEmpty();

    held.countDown();
    idle();
    assertEmptyOk(say("m1").await());
    assertThat(store.outgoing()).hasSize(1);
    assertThat(store.turns(inbound("m1").conversation())).hasSize(1);
  }

  @Test
  void aMessageBehindAFullMailboxIsTurnedAwayAndTakenWhenItComesAgain() {
    duringTheTurn.set(this::hold);
    var first = say("m1");
    await(begun);
    var second = say("m2");

    assertUnavailable(say("m3"), "busy");

    held.countDown();
    assertThat(text(first.await())).isEqualTo(text(second.await()));
    idle();
    assertThat(text(say("m3").await())).isEqualTo("不认识 stranger。");
    assertThat(store.turns(inbound("m3").conversation())).hasSize(3);
  }

  @Test
  void aStoreThatCannotBeUsedTurnsTheMessageAwayUntilItCan() {
    store.fail(Optional.of(new Unavailable("full", new Exception())));
    assertUnavailable(say("m1"), "full");

    store.fail(Optional.empty());
    assertThat(text(say("m1").await())).isEqualTo("不认识 stranger。");
  }

  @Test
  void aReplyThatTheResponseCannotCarryGoesThroughTheOutbox() {
    duringTheTurn.set(channel::sayNothing);

    assertEmptyOk(say("m1").await());
    assertThat(store.outgoing()).hasSize(1);
  }

  private Future<RawResponse> say(String messageId) {
    return reception.receive(channel, inbound(messageId), Runnable::run);
  }

  private Inbound inbound(String messageId) {
    return new Inbound(
        channel.name(),
        messageId,
        new Chat.Private(),
        "stranger",
        new Content.Text("走访"),
        clock.instant());
  }

  private void hold() {
    begun.countDown();
    await(held);
  }

  /** Keeps the event loop until it is counted down, so that only the turn sees that it is late. */
  private CountDownLatch holdTheLookAtTheLate() {
    var until = new CountDownLatch(1);
    var keeps = new CountDownLatch(1);
    vertx.runOnContext(
        go -> {
          keeps.countDown();
          await(until);
        });
    await(keeps);
    return until;
  }

  private void idle() {
    while (mailboxes.busy() > 0) {
      assertThat(Thread.interrupted()).as("waited in vain").isFalse();
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertUnavailable(Future<RawResponse> response, String code) {
    assertThatThrownBy(response::await)
        .asInstanceOf(type(Unavailable.class))
        .extracting(Unavailable::code)
        .isEqualTo(code);
  }

  private static void assertEmptyOk(RawResponse response) {
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }

  private static String text(RawResponse response) {
    assertThat(response.status()).isEqualTo(200);
    return new String(response.body(), UTF_8);
  }
}
