package org.lanshao.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound;
import org.lanshao.message.Reply;
import org.lanshao.turn.Outgoing;
import org.lanshao.turn.Unavailable;

/** Outgoing rows in memory. */
final class MemoryOutgoing implements Outgoing {
  private final Clock clock;
  private final List<Row> rows = new ArrayList<>();
  private Runnable wake = () -> {};
  private long claims;
  private boolean claimFails;
  private int settlesThatFail;

  MemoryOutgoing(Clock clock) {
    this.clock = clock;
  }

  private static final class Row {
    final ChannelName channel;
    final Outbound message;
    Instant due;
    Instant leasedUntil = Instant.MIN;
    long claim;
    int attempts;
    final List<Settlement> settlements = new ArrayList<>();

    Row(ChannelName channel, Outbound message, Instant due) {
      this.channel = channel;
      this.message = message;
      this.due = due;
    }

    boolean isOpen() {
      return settlements.isEmpty() || settlements.getLast() instanceof Settlement.Again;
    }
  }

  /** Commits a message, which wakes the sender. */
  UUID commit(String channel, Outbound.Target target, String text) {
    var id = UUID.randomUUID();
    synchronized (this) {
      var part = new Reply.Part(text, List.of());
      rows.add(new Row(new ChannelName(channel), new Outbound(id, target, part), clock.instant()));
    }
    wake.run();
    return id;
  }

  synchronized void failClaims(boolean fail) {
    this.claimFails = fail;
  }

  synchronized void failSettles(int count) {
    this.settlesThatFail = count;
  }

  /** What was written about a message so far. */
  synchronized List<Settlement> settlements(UUID id) {
    return rows.stream()
        .filter(row -> row.message.id().equals(id))
        .flatMap(row -> row.settlements.stream())
        .toList();
  }

  @Override
  public synchronized List<Claimed> claim(int limit, Duration lease) throws Unavailable {
    if (claimFails) {
      throw new Unavailable("lost", new IllegalStateException());
    }
    Set<Outbound.Target> taken = new HashSet<>();
    List<Claimed> claimed = new ArrayList<>();
    for (Row row : rows) {
      boolean isFirst = row.isOpen() && taken.add(row.message.target());
      if (isFirst && isDue(row) && claimed.size() < limit) {
        row.claim = ++claims;
        row.attempts++;
        row.leasedUntil = clock.instant().plus(lease);
        claimed.add(
            new Claimed(row.claim, row.attempts, row.channel, row.message, clock.instant()));
      }
    }
    return claimed;
  }

  private boolean isDue(Row row) {
    return !row.due.isAfter(clock.instant()) && !row.leasedUntil.isAfter(clock.instant());
  }

  @Override
  public synchronized boolean settle(UUID id, long claim, Settlement settlement)
      throws Unavailable {
    if (settlesThatFail > 0) {
      settlesThatFail--;
      throw new Unavailable("lost", new IllegalStateException());
    }
    for (Row row : rows) {
      if (row.message.id().equals(id) && row.claim == claim) {
        row.settlements.add(settlement);
        row.leasedUntil = Instant.MIN;
        if (settlement instanceof Settlement.Again again) {
          row.due = again.at();
        }
        return true;
      }
    }
    return false;
  }

  @Override
  public synchronized Optional<String> handle(String once) {
    throw new UnsupportedOperationException();
  }

  @Override
  public synchronized Optional<Instant> nextDue() {
    return rows.stream()
        .filter(Row::isOpen)
        .map(row -> row.due.isAfter(row.leasedUntil) ? row.due : row.leasedUntil)
        .min(Instant::compareTo);
  }

  @Override
  public synchronized long waiting() {
    return rows.stream().filter(Row::isOpen).count();
  }

  @Override
  public void onCommitted(Runnable wake) {
    this.wake = wake;
  }
}
