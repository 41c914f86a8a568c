package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;

@Timeout(10)
class MailboxesTest {
  private static final int CAPACITY = 3;
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final ConversationId ONE = conversation("p01");
  private static final ConversationId OTHER = conversation("p02");

  private final Mailboxes mailboxes = new Mailboxes(CAPACITY);
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch held = new CountDownLatch(1);

  @AfterEach
  void end() throws InterruptedException {
    held.countDown();
    mailboxes.close(Duration.ofSeconds(1));
  }

  @Test
  void messagesOfOneConversationAreHandledOneByOneInTheirOrder() {
    int count = 500;
    var large = new Mailboxes(count);
    var last = new CountDownLatch(count);
    var atOnce = new AtomicInteger();
    for (int i = 0; i < count; i++) {
      String name = String.valueOf(i);
      large.offer(
          ONE,
          () -> {
            done.add(name + " beside " + atOnce.getAndIncrement());
            Thread.onSpinWait();
            atOnce.decrementAndGet();
            last.countDown();
          });
    }
    await(last);
    assertThat(done)
        .containsExactlyElementsOf(
            IntStream.range(0, count).mapToObj(i -> i + " beside 0").toList());
  }

  @Test
  void conversationsRunSideBySide() throws Exception {
    var together = new CyclicBarrier(3);
    assertThat(mailboxes.offer(ONE, () -> meet(together))).isTrue();
    assertThat(mailboxes.offer(OTHER, () -> meet(together))).isTrue();

    meet(together);
  }

  @Test
  void whatIsBeyondTheCapacityIsRefusedAndNeverDone() throws Exception {
    mailboxes.offer(ONE, () -> await(held));
    for (int i = 1; i <= CAPACITY; i++) {
      assertThat(offer(ONE, "waits " + i)).isTrue();
    }

    assertThat(offer(ONE, "one too many")).isFalse();
    assertThat(offer(OTHER, "of another conversation")).isTrue();

    held.countDown();
    assertThat(mailboxes.close(LONG)).isTrue();
    assertThat(done)
        .containsExactlyInAnyOrder("waits 1", "waits 2", "waits 3", "of another conversation");
  }

  @Test
  void aFullMailboxTakesMoreAgainWhenItIsEmpty() {
    mailboxes.offer(ONE, () -> await(held));
    for (int i = 1; i <= CAPACITY; i++) {
      offer(ONE, "before");
    }
    assertThat(offer(ONE, "one too many")).isFalse();
    held.countDown();
    idle();

    assertThat(offer(ONE, "after")).isTrue();
    idle();
    assertThat(done).containsExactly("before", "before", "before", "after");
  }

  @Test
  void aWorkThatThrowsDoesNotHoldUpTheNext() {
    var handler = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> done.add("threw"));
    try {
      mailboxes.offer(ONE, () -> await(held));
      mailboxes.offer(
          ONE,
          () -> {
            throw new IllegalStateException("a bug");
          });
      offer(ONE, "the next");
      held.countDown();
      idle();
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(handler);
    }
    assertThat(done).contains("the next");
    assertThat(offer(ONE, "later")).isTrue();
  }

  @Test
  void closingTakesNoMoreAndWaitsForWhatWasTaken() {
    mailboxes.offer(ONE, () -> await(held));
    offer(ONE, "waits");
    var closing = CompletableFuture.supplyAsync(() -> close(LONG));
    refusing();

    assertThat(offer(ONE, "too late")).isFalse();
    assertThat(closing).isNotDone();

    held.countDown();
    assertThat(closing.join()).isTrue();
    assertThat(done).containsExactly("waits");
  }

  @Test
  void closingSaysThatSomethingWasNotFinishedInTime() {
    mailboxes.offer(ONE, () -> await(held));

    assertThat(close(Duration.ZERO)).isFalse();
  }

  private boolean offer(ConversationId conversation, String name) {
    return mailboxes.offer(conversation, () -> done.add(name));
  }

  private boolean close(Duration limit) {
    try {
      return mailboxes.close(limit);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void idle() {
    until(() -> mailboxes.busy() == 0);
  }

  /** Until offers are refused; only while nothing waits there, for a full queue refuses too. */
  private void refusing() {
    until(() -> mailboxes.busy() == 1 && !mailboxes.offer(OTHER, () -> {}));
  }

  /** Ended by the time limit of the test, which interrupts. */
  private static void until(BooleanSupplier holds) {
    while (!holds.getAsBoolean()) {
      assertThat(Thread.interrupted()).as("waited in vain").isFalse();
      Thread.onSpinWait();
    }
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ConversationId conversation(String account) {
    return new ConversationId(new ChannelName("sandbox"), new Chat.Private(), account);
  }
}
