package org.lanshao.timer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.lanshao.desk.Desk;
import org.lanshao.desk.Mailboxes;
import org.lanshao.message.ConversationId;
import org.lanshao.turn.Timers;
import org.lanshao.turn.Timers.Due;
import org.lanshao.turn.Timers.Overdue;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims timers that are due and puts them in their conversations' mailboxes, where the desk looks
 * at them between messages. It wakes when the next timer is due and when the clock is moved. What
 * is not looked at before its lease ends, here or on another node, is claimed again; the message id
 * of the turn sees to it that it has one effect.
 */
public final class Ringer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ringer.class);

  /** Longer than a message may wait in its mailbox and for the database. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  /** Conversations looked at at once: a morning's thousands leave room for messages. */
  private static final int AT_ONCE = 16;

  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);
  private static final Duration SHORTEST_SLEEP = Duration.ofMillis(50);

  /** While what is due is leased, or the database is away. */
  private static final Duration REST = Duration.ofSeconds(1);

  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private final Timers timers;
  private final Mailboxes mailboxes;
  private final Desk desk;
  private final Clock clock;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final Semaphore bell = new Semaphore(0);
  private final Thread thread = Thread.ofVirtual().name("ringer").unstarted(this::run);
  private volatile Overdue overdue = new Overdue(0, Optional.empty());
  private volatile boolean stopped;

  /**
   * It does nothing until it is started.
   *
   * @param clock by which timers are due
   */
  public Ringer(Timers timers, Mailboxes mailboxes, Desk desk, Clock clock, MeterRegistry meters) {
    this.timers = timers;
    this.mailboxes = mailboxes;
    this.desk = desk;
    this.clock = clock;
    Gauge.builder("lanshao.timers.due", this, ringer -> ringer.overdue.count())
        .description("Timers that are due and not yet looked at, when last counted")
        .register(meters);
    Gauge.builder("lanshao.timers.oldest", this, Ringer::age)
        .description("How long the oldest of them has been due")
        .baseUnit("seconds")
        .register(meters);
  }

  /** Begins to look. */
  public void start() {
    thread.start();
  }

  /** Looks for due timers now, also when the clock was moved. Any thread may call it. */
  public void wake() {
    if (bell.availablePermits() == 0) {
      bell.release();
    }
  }

  private double age() {
    return overdue
        .oldest()
        .map(o -> Duration.between(o, clock.instant()).toMillis() / 1e3)
        .orElse(0.0);
  }

  private void run() {
    while (!stopped) {
      try {
        if (ringDue() == 0) {
          sleep(untilDue());
        }
      } catch (Unavailable e) {
        LOG.atWarn().addKeyValue("code", e.code()).log("timers unavailable");
        sleep(REST);
      }
    }
  }

  /** Hands on what is due, as much as may be looked at at once; returns how much. */
  private int ringDue() throws Unavailable {
    int room = free.availablePermits();
    if (room == 0) {
      return 0;
    }
    var due = timers.claim(room, LEASE, clock.instant());
    var byConversation = new LinkedHashMap<ConversationId, List<Due>>();
    due.forEach(
        one -> byConversation.computeIfAbsent(one.conversation(), c -> new ArrayList<>()).add(one));
    byConversation.forEach(this::ring);
    return due.size();
  }

  private void ring(ConversationId conversation, List<Due> due) {
    free.acquireUninterruptibly();
    if (!mailboxes.offer(conversation, () -> look(due))) {
      free.release();
      LOG.atWarn().addKeyValue("timers", due.size()).log("mailbox full, timers wait");
    }
  }

  private void look(List<Due> due) {
    try {
      desk.due(due);
    } catch (Unavailable e) {
      LOG.atWarn().addKeyValue("code", e.code()).log("timers not looked at, they will be again");
    } finally {
      free.release();
      wake();
    }
  }

  private Duration untilDue() throws Unavailable {
    Instant now = clock.instant();
    overdue = timers.overdue(now);
    if (free.availablePermits() == 0) {
      return LONGEST_SLEEP;
    }
    if (overdue.count() > 0) {
      return REST;
    }
    Duration until =
        timers.nextTimer().map(due -> Duration.between(now, due)).orElse(LONGEST_SLEEP);
    return until.compareTo(SHORTEST_SLEEP) < 0
        ? SHORTEST_SLEEP
        : until.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : until;
  }

  private void sleep(Duration duration) {
    try {
      bell.tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopped = true;
    }
  }

  /** Claims no more. What is in the mailboxes is finished with them. */
  @Override
  public void close() {
    stopped = true;
    wake();
    try {
      if (thread.getState() != Thread.State.NEW) {
        thread.join(STOP_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
