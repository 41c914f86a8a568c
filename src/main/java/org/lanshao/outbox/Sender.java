package org.lanshao.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.lanshao.rounds.Rounds;
import org.lanshao.rounds.Work;
import org.lanshao.turn.Lane;
import org.lanshao.turn.Outgoing;
import org.lanshao.turn.Outgoing.Claimed;
import org.lanshao.turn.Outgoing.Settlement;
import org.lanshao.turn.Unavailable;

/**
 * Sends what was committed: claims rows, hands each to a virtual thread of its own, and settles
 * what became of them. It wakes on a commit, when a send has ended and when the next row is due.
 * Some room is for emergencies alone, so that none waits for a call that hangs. Whatever is not
 * settled is claimed again when the lease ends, so a message may go out twice, but none is lost.
 */
public final class Sender implements AutoCloseable {
  /**
   * Longer than two calls and two fetched tokens may take; what a dead node held leaves after it.
   */
  private static final Duration LEASE = Duration.ofSeconds(29);

  private static final Duration COUNT_EVERY = Duration.ofSeconds(5);

  private final Outgoing outgoing;
  private final Sending sending;
  private final Settling settling;
  private final QueueMeters meters;
  private final Rounds all;
  private final Rounds emergencies;
  private final Calls calls;
  private final BooleanSupplier allowed;
  // A thread of the system: a long look at the database must not hold up those that send.
  private final ExecutorService counting =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("counting").factory());
  // Of the thread of all rounds alone.
  private long countAgain = System.nanoTime();

  /**
   * It does nothing until it is started.
   *
   * @param room how many messages may be in flight
   * @param allowed whether this node sends; {@link #wake} tells that it has changed
   */
  public Sender(
      Outgoing outgoing,
      Sending sending,
      Room room,
      BooleanSupplier allowed,
      MeterRegistry meters) {
    this.outgoing = outgoing;
    this.allowed = allowed;
    this.sending = sending;
    this.settling = new Settling(outgoing, this::wake, meters);
    this.meters = new QueueMeters(sending.clock(), meters);
    this.calls = new Calls(room.all());
    this.all = new Rounds("sender", room.claimed(), new Lanes(Lane.DIGEST), sending.clock());
    this.emergencies =
        new Rounds("emergencies", room.emergencies(), new Lanes(Lane.EMERGENCY), sending.clock());
  }

  /**
   * How many messages may be in flight.
   *
   * @param all of any lane
   * @param emergencies of emergencies, besides
   */
  public record Room(int all, int emergencies) {
    /** What the platforms bear well. */
    public static final Room USUAL = new Room(16, 4);

    /**
     * How many are claimed before there is room for them, so that a connection need not wait for
     * the database.
     */
    private int ahead() {
      return all / 2;
    }

    /** How many messages of ordinary lanes a node has claimed at once, at most. */
    public int claimed() {
      return all + ahead();
    }

    /** How many connections that takes. */
    public int connections() {
      return all + emergencies;
    }
  }

  /** Begins to send. Whatever commits messages must {@link #wake} it. */
  public void start() {
    settling.start();
    emergencies.start();
    all.start();
  }

  /** Looks for due rows now, also when the clock was moved. Any thread may call it. */
  public void wake() {
    emergencies.wake();
    all.wake();
  }

  /** Rows up to a lane. */
  private final class Lanes implements Work {
    private final Lane last;

    Lanes(Lane last) {
      this.last = last;
    }

    @Override
    public int begin(int room) throws Unavailable {
      if (!allowed.getAsBoolean()) {
        return 0;
      }
      var claimed = outgoing.claim(last, room, LEASE);
      claimed.forEach(this::hand);
      return claimed.size();
    }

    private void hand(Claimed row) {
      if (last == Lane.EMERGENCY) {
        emergencies.hand(() -> settling.add(row, sending.send(row)));
      } else {
        all.hand(() -> settling.add(row, calls.in(() -> sending.send(row), Sender.this::later)));
      }
    }

    @Override
    public Optional<Instant> next() throws Unavailable {
      if (last == Lane.DIGEST) {
        count();
      }
      return allowed.getAsBoolean() ? outgoing.nextDue(last) : Optional.empty();
    }
  }

  /** What was claimed too early is put back: it has not been tried. */
  private Settlement later() {
    return new Settlement.Paced(sending.clock().instant());
  }

  /** Counts what waits, but not after every message. */
  private void count() {
    long now = System.nanoTime();
    if (now - countAgain >= 0 && !counting.isShutdown()) {
      counting.execute(() -> meters.show(outgoing));
      countAgain = now + COUNT_EVERY.toNanos();
    }
  }

  /** Takes no more and lets what is in flight end, for a limited time. */
  @Override
  public void close() {
    emergencies.close();
    all.close();
    settling.close();
    counting.close();
  }
}
