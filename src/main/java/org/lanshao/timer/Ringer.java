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
import java.util.concurrent.CompletionStage;
import org.lanshao.desk.Desk;
import org.lanshao.desk.Mailboxes;
import org.lanshao.message.ConversationId;
import org.lanshao.rounds.Rounds;
import org.lanshao.rounds.Work;
import org.lanshao.turn.Timers;
import org.lanshao.turn.Timers.Due;
import org.lanshao.turn.Timers.Overdue;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims timers that are due and puts them in their conversations' mailboxes, where the desk looks
 * at them between messages. It wakes when the next timer is due, when one is begun that is due
 * soon, and when the clock is moved. What is not looked at before its lease ends, here or on
 * another node, is claimed again; the message id of the turn sees to it that it has one effect.
 */
public final class Ringer implements Work, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ringer.class);

  /** Longer than a message may wait in its mailbox and for the database. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  /** Conversations looked at at once: a morning's thousands leave room for messages. */
  private static final int AT_ONCE = 16;

  /** While what is due is leased. */
  private static final Duration REST = Duration.ofSeconds(1);

  private final Timers timers;
  private final Mailboxes mailboxes;
  private final Desk desk;
  private final Clock clock;
  private final Rounds rounds;
  private volatile Overdue overdue = new Overdue(0, Optional.empty());

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
    this.rounds = new Rounds("ringer", AT_ONCE, this, clock);
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
    timers.onCommitted(rounds::wakeFor);
    rounds.start();
  }

  /** Looks for due timers now, also when the clock was moved. Any thread may call it. */
  public void wake() {
    rounds.wake();
  }

  private double age() {
    return overdue
        .oldest()
        .map(o -> Duration.between(o, clock.instant()).toMillis() / 1e3)
        .orElse(0.0);
  }

  /** Hands on what is due, as much as may be looked at at once. */
  @Override
  public int begin(int room) throws Unavailable {
    var due = timers.claim(room, LEASE, clock.instant());
    var byConversation = new LinkedHashMap<ConversationId, List<Due>>();
    due.forEach(
        one -> byConversation.computeIfAbsent(one.conversation(), c -> new ArrayList<>()).add(one));
    byConversation.forEach(this::ring);
    return due.size();
  }

  private void ring(ConversationId conversation, List<Due> due) {
    if (!rounds.hand(piece -> mailboxes.offer(conversation, piece::get), () -> look(due))) {
      LOG.atWarn().addKeyValue("timers", due.size()).log("mailbox full, timers wait");
    }
  }

  private CompletionStage<?> look(List<Due> due) {
    return desk.due(due)
        .handle(
            (handled, failure) -> {
              if (failure != null) {
                LOG.atWarn()
                    .addKeyValue("code", code(Unavailable.cause(failure)))
                    .log("timers not looked at, they will be again");
              }
              return failure == null;
            });
  }

  private static String code(Throwable failure) {
    return failure instanceof Unavailable unavailable
        ? unavailable.code()
        : failure.getClass().getName();
  }

  /** Counts what is due and says when to look again. */
  @Override
  public Optional<Instant> next() throws Unavailable {
    Instant now = clock.instant();
    overdue = timers.overdue(now);
    return overdue.count() > 0 ? Optional.of(now.plus(REST)) : timers.nextTimer();
  }

  /** Claims no more and waits for the mailboxes to finish what they were given. */
  @Override
  public void close() {
    rounds.close();
  }
}
