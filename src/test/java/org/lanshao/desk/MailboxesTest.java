package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;

@Timeout(120)
class MailboxesTest {
  private static final int CAPACITY = 3;
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final ConversationId ONE = conversation("p01");
  private static final ConversationId OTHER = conversation("p02");

  private final Mailboxes mailboxes = new Mailboxes(CAPACITY);
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private final CompletableFuture<Boolean> held = new CompletableFuture<>();

  @AfterEach
  void end() throws InterruptedException {
    held.complete(true);
    mailboxes.close(Duration.ofSeconds(1));
  }

  @Test
  void messagesOfOneConversationAreHandledOneByOneInTheirOrder() throws InterruptedException {
    int count = 500;
    var large = new Mailboxes(count);
    var last = new CountDownLatch(count);
    var atOnce = new AtomicInteger();
    for (int i = 0; i < count; i++) {
      String name = String.valueOf(i);
      large.offer(
          ONE,
          () ->
              CompletableFuture.runAsync(
                  () -> {
                    done.add(name + " beside " + atOnce.getAndIncrement());
                    Thread.onSpinWait();
                    atOnce.decrementAndGet();
                    last.countDown();
                  }));
    }
    last.await();
    assertThat(done)
        .containsExactlyElementsOf(
            IntStream.range(0, count).mapToObj(i -> i + " beside 0").toList());
  }

  @Test
  void workThatIsOverAtOnceLetsTheNextBeginAtOnce() {
    mailboxes.offer(ONE, () -> held);
    offer(ONE, "first");
    offer(ONE, "second");
    assertThat(done).isEmpty();

    held.complete(true);

    assertThat(done).containsExactly("first", "second");
    assertThat(mailboxes.busy()).isZero();
  }

  @Test
  void conversationsRunSideBySide() {
    mailboxes.offer(ONE, () -> held);

    assertThat(offer(OTHER, "of another conversation")).isTrue();

    assertThat(done).containsExactly("of another conversation");
  }

  @Test
  void whatIsBeyondTheCapacityIsRefusedAndNeverDone() throws Exception {
    mailboxes.offer(ONE, () -> held);
    for (int i = 1; i <= CAPACITY; i++) {
      assertThat(offer(ONE, "waits " + i)).isTrue();
    }

    assertThat(offer(ONE, "one too many")).isFalse();
    assertThat(offer(OTHER, "of another conversation")).isTrue();

    held.complete(true);
    assertThat(mailboxes.close(LONG)).isTrue();
    assertThat(done)
        .containsExactlyInAnyOrder("waits 1", "waits 2", "waits 3", "of another conversation");
  }

  @Test
  void aFullMailboxTakesMoreAgainWhenItIsEmpty() {
    mailboxes.offer(ONE, () -> held);
    for (int i = 1; i <= CAPACITY; i++) {
      offer(ONE, "before");
    }
    assertThat(offer(ONE, "one too many")).isFalse();
    held.complete(true);

    assertThat(offer(ONE, "after")).isTrue();
    assertThat(done).containsExactly("before", "before", "before", "after");
  }

  @Test
  void workThatThrowsOrFailsDoesNotHoldUpTheNext() {
    mailboxes.offer(ONE, () -> held);
    mailboxes.offer(
        ONE,
        () -> {
          throw new IllegalStateException("a bug");
        });
    mailboxes.offer(ONE, () -> CompletableFuture.failedFuture(new IllegalStateException("a bug")));
    offer(ONE, "the next");
    held.complete(true);

    assertThat(done).containsExactly("the next");
    assertThat(offer(ONE, "later")).isTrue();
    assertThat(done).containsExactly("the next", "later");
  }

  @Test
  void closingTakesNoMoreAndWaitsForWhatWasTaken() {
    mailboxes.offer(ONE, () -> held);
    offer(ONE, "waits");
    var closing = CompletableFuture.supplyAsync(() -> close(LONG));
    refusing();

    assertThat(offer(ONE, "too late")).isFalse();
    assertThat(closing).isNotDone();

    held.complete(true);
    assertThat(closing.join()).isTrue();
    assertThat(done).containsExactly("waits");
  }

  @Test
  void closingSaysThatSomethingWasNotFinishedInTime() {
    mailboxes.offer(ONE, () -> held);

    assertThat(close(Duration.ZERO)).isFalse();
  }

  private boolean offer(ConversationId conversation, String name) {
    return mailboxes.offer(
        conversation,
        () -> {
          done.add(name);
          return CompletableFuture.completedStage(name);
        });
  }

  private boolean close(Duration limit) {
    try {
      return mailboxes.close(limit);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Until offers are refused; only while nothing waits there, for a full queue refuses too. */
  private void refusing() {
    until(() -> !mailboxes.offer(OTHER, () -> CompletableFuture.completedStage("nothing")));
  }

  /** Ended by the time limit of the test, which interrupts. */
  private static void until(BooleanSupplier holds) {
    while (!holds.getAsBoolean()) {
      assertThat(Thread.interrupted()).as("waited in vain").isFalse();
      Thread.onSpinWait();
    }
  }

  private static ConversationId conversation(String account) {
    return new ConversationId(new ChannelName("sandbox"), new Chat.Private(), account);
  }
}
