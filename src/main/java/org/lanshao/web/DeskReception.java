package org.lanshao.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lanshao.channel.Channel;
import org.lanshao.channel.RawResponse;
import org.lanshao.desk.Desk;
import org.lanshao.desk.Handled;
import org.lanshao.desk.Mailboxes;
import org.lanshao.message.Inbound;
import org.lanshao.message.Reply;
import org.lanshao.turn.Unavailable;

/**
 * Hands messages from the event loop to the desk and its replies back. A response is sent only
 * after the commit. A reply that is ready too late for its response goes through the outbox; a
 * message that is not committed in time gets a 503, and the platform sends it again.
 */
public final class DeskReception implements Reception {
  /** How long a platform waits that takes no reply in its response. */
  private static final Duration WITHOUT_REPLY = Duration.ofSeconds(3);

  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final Queue<Coming> waiting = new ConcurrentLinkedQueue<>();
  private final Mailboxes mailboxes;
  private final Desk desk;
  private final Whom whom;
  private final Clock clock;
  private final Timer turns;

  /** Finds out who stands behind an id that a platform gave. */
  public interface Whom {
    /**
     * The account of an id, mostly the id itself. It fails with {@link Unavailable} when that is
     * not known now; the platform then sends the message again.
     */
    CompletionStage<String> account(Channel channel, String id);
  }

  /**
   * Takes messages for this desk.
   *
   * @param whom tells accounts
   * @param clock tells whether a reply is late: the system's, even where time is moved by hand
   * @param meters gets the time from receipt to reply
   */
  public DeskReception(
      Vertx vertx, Mailboxes mailboxes, Desk desk, Whom whom, Clock clock, MeterRegistry meters) {
    this.mailboxes = mailboxes;
    this.desk = desk;
    this.whom = whom;
    this.clock = clock;
    this.turns =
        Timer.builder("lanshao.turn")
            .description("From the receipt of a message to its committed reply")
            .serviceLevelObjectives(
                Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofSeconds(1))
            .register(meters);
    vertx.setPeriodic(LOOK_EVERY.toMillis(), id -> turnAwayTheLate());
    meters.gauge("lanshao.conversations.busy", mailboxes, Mailboxes::busy);
  }

  @Override
  public Future<RawResponse> receive(Channel channel, Inbound inbound, Executor here) {
    Promise<RawResponse> response = Promise.promise();
    var coming = new Coming(channel, inbound, clock.instant(), response);
    if (!mailboxes.offer(inbound.conversation(), () -> handle(coming, here))) {
      return Future.failedFuture(
          new Unavailable("busy", new IllegalStateException("mailbox full")));
    }
    forgetAnswered();
    waiting.add(coming);
    return response.future();
  }

  /**
   * Those in front that have their response; most get it in the order in which they came. Kept
   * until the next look, each would be copied by the collector.
   */
  private void forgetAnswered() {
    var first = waiting.peek();
    while (first != null && first.response().future().isComplete()) {
      waiting.remove(first);
      first = waiting.peek();
    }
  }

  /** Turns away what is late: one look at all instead of a timer for each. */
  private void turnAwayTheLate() {
    Instant now = clock.instant();
    waiting.removeIf(
        coming -> {
          if (now.isAfter(coming.at().plus(within(coming.channel())))) {
            var late = new Unavailable("late", new IllegalStateException("not committed in time"));
            coming.response().tryFail(late);
          }
          return coming.response().future().isComplete();
        });
  }

  private static Duration within(Channel channel) {
    return channel.capabilities().answerWithin().orElse(WITHOUT_REPLY);
  }

  private CompletionStage<RawResponse> handle(Coming arrived, Executor here) {
    return known(arrived, here)
        .thenCompose(coming -> answer(coming, here))
        .whenComplete((response, failure) -> onHandled(arrived, response, failure));
  }

  /** With the account of who said it; most platforms give it. */
  private CompletionStage<Coming> known(Coming arrived, Executor here) {
    return arrived.channel().accounts().isEmpty()
        ? CompletableFuture.completedStage(arrived)
        : whom.account(arrived.channel(), arrived.inbound().account())
            .thenApplyAsync(arrived::from, here);
  }

  private CompletionStage<RawResponse> answer(Coming coming, Executor here) {
    var answering = new Answering(coming, clock.instant());
    return desk.receive(coming.inbound(), answering, here)
        .thenCompose(handled -> respond(coming, handled, answering));
  }

  private CompletionStage<RawResponse> respond(
      Coming coming, Handled handled, Answering answering) {
    if (handled.byOutbox()) {
      return CompletableFuture.completedStage(answering.without(handled.reply()));
    }
    if (handled.seq() > 0 && clock.instant().isAfter(coming.at().plus(within(coming.channel())))) {
      return desk.sendLater(coming.inbound(), handled)
          .thenApply(sent -> answering.without(sent.reply()));
    }
    return CompletableFuture.completedStage(answering.with(handled.reply()));
  }

  private void onHandled(
      Coming coming, @Nullable RawResponse response, @Nullable Throwable failure) {
    if (response == null) {
      coming.response().tryFail(Unavailable.cause(failure));
    } else {
      coming.response().tryComplete(response);
      turns.record(Duration.between(coming.at(), clock.instant()));
    }
  }

  /** A message with what its response needs. */
  private record Coming(
      Channel channel, Inbound inbound, Instant at, Promise<RawResponse> response) {
    Coming from(String account) {
      return account.equals(inbound.account())
          ? this
          : new Coming(channel, inbound.from(account), at, response);
    }
  }

  /** Makes the response that carries a reply, once, though it is asked for before the commit. */
  private static final class Answering implements Predicate<Reply> {
    private final Coming coming;
    private final Instant now;
    private Reply reply = Reply.NONE;
    private Optional<RawResponse> response = Optional.of(RawResponse.EMPTY_OK);

    Answering(Coming coming, Instant now) {
      this.coming = coming;
      this.now = now;
    }

    @Override
    public boolean test(Reply said) {
      if (!said.equals(reply)) {
        reply = said;
        response = coming.channel().answer(coming.inbound(), said, now);
      }
      return response.isPresent();
    }

    /** The response while the reply goes another way. */
    RawResponse without(Reply said) {
      return coming.channel().acknowledge(coming.inbound(), said, now);
    }

    RawResponse with(Reply said) {
      return test(said) ? response.orElse(RawResponse.EMPTY_OK) : RawResponse.EMPTY_OK;
    }
  }
}
