package org.lanshao.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lanshao.transport.HandClock;
import org.lanshao.turn.Unavailable;

/**
 * The loop of all who look for stored work, by moved time: each look is seen, none is waited for.
 */
class RoundsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final HandClock clock = new HandClock();
  private final Ledger ledger = new Ledger();
  private final Rounds rounds = new Rounds("test", 2, ledger, clock);

  @AfterEach
  void stop() {
    ledger.open.countDown();
    rounds.close();
  }

  @Test
  void whatIsNotDueIsBegunWhenItsTimeHasCome() throws InterruptedException {
    ledger.add("later", HOUR);
    rounds.start();
    ledger.idle();
    assertThat(ledger.begun).isEmpty();

    clock.pass(HOUR);
    rounds.wake();

    assertThat(ledger.nextBegun()).isEqualTo("later");
  }

  @Test
  void noMoreIsBegunThanThereIsRoomFor() throws InterruptedException {
    ledger.add("a", Duration.ZERO);
    ledger.add("b", Duration.ofMillis(-1));
    ledger.add("c", HOUR);
    rounds.start();
    ledger.nextBegun();
    ledger.nextBegun();
    clock.pass(HOUR);
    rounds.wake();
    ledger.idle();
    assertThat(ledger.begun).isEmpty();

    ledger.open.countDown();

    assertThat(ledger.nextBegun()).isEqualTo("c");
  }

  @Test
  void whatNobodyTakesLeavesItsRoom() {
    assertThat(rounds.hand(piece -> false, CompletableFuture::new)).isFalse();
    assertThat(rounds.hand(piece -> false, CompletableFuture::new)).isFalse();

    assertThat(rounds.hand(piece -> false, CompletableFuture::new)).isFalse();
  }

  @Test
  void aPieceThatThrowsLeavesItsRoom() throws InterruptedException {
    ledger.add("bad 1", Duration.ZERO);
    ledger.add("bad 2", Duration.ofMillis(-1));
    ledger.add("good", HOUR);
    ledger.open.countDown();
    rounds.start();
    ledger.nextBegun();
    ledger.nextBegun();
    ledger.idle();

    clock.pass(HOUR);
    rounds.wake();

    assertThat(ledger.nextBegun()).isEqualTo("good");
  }

  @Test
  void itGoesOnAfterALostDatabaseAndAnErrorInside() throws InterruptedException {
    ledger.failures.add(new Unavailable("lost", new IllegalStateException()));
    ledger.failures.add(new IllegalStateException("inside"));
    ledger.add("after", Duration.ZERO);
    rounds.start();

    while (ledger.begun.isEmpty()) {
      rounds.wake();
      Thread.onSpinWait();
    }
    assertThat(ledger.nextBegun()).isEqualTo("after");
    assertThat(ledger.failures).isEmpty();
  }

  @Test
  void itStopsAfterWhatIsInHand() throws InterruptedException {
    ledger.add("in hand", Duration.ZERO);
    rounds.start();
    ledger.nextBegun();
    ledger.open.countDown();

    rounds.close();
    ledger.add("too late", Duration.ZERO);
    rounds.wake();

    assertThat(ledger.ended).containsExactly("in hand");
    assertThat(ledger.begun).isEmpty();
  }

  /** Pieces with their due times. Each waits at the gate until it is opened. */
  private final class Ledger implements Work {
    private final Map<Instant, String> due = new TreeMap<>();
    private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
    private final BlockingQueue<Exception> failures = new LinkedBlockingQueue<>();
    private final BlockingQueue<Instant> looks = new LinkedBlockingQueue<>();
    private final CountDownLatch open = new CountDownLatch(1);

    private synchronized void add(String piece, Duration from) {
      due.put(clock.instant().plus(from), piece);
    }

    @Override
    public synchronized int begin(int room) throws Unavailable {
      switch (failures.poll()) {
        case Unavailable lost -> throw lost;
        case RuntimeException inside -> throw inside;
        case null, default -> {}
      }
      var now = due.keySet().stream().filter(at -> !at.isAfter(clock.instant())).limit(room);
      var taken = now.toList();
      taken.forEach(at -> take(due.remove(at)));
      return taken.size();
    }

    private void take(String piece) {
      begun.add(piece);
      rounds.hand(() -> work(piece));
    }

    private void work(String piece) {
      try {
        open.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      ended.add(piece);
      if (piece.startsWith("bad")) {
        throw new IllegalStateException("a bad piece");
      }
    }

    @Override
    public synchronized Optional<Instant> next() {
      looks.add(clock.instant());
      return due.keySet().stream().findFirst();
    }

    /** Waits for the next piece that is begun. */
    private String nextBegun() throws InterruptedException {
      String piece = begun.poll(1, TimeUnit.MINUTES);
      assertThat(piece).as("a piece is begun").isNotNull();
      return piece;
    }

    /** Waits until the rounds have found nothing to begin at the present time. */
    private void idle() throws InterruptedException {
      Instant look;
      do {
        look = looks.poll(1, TimeUnit.MINUTES);
        assertThat(look).as("a look").isNotNull();
      } while (look.isBefore(clock.instant()));
    }
  }
}
