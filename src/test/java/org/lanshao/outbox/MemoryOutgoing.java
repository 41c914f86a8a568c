package org.lanshao.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound;
import org.lanshao.message.Reply;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing.Terms;
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
    final Terms terms;
    Instant due;
    Instant leasedUntil = Instant.MIN;
    long claim;
    int attempts;
    final List<Settlement> settlements = new ArrayList<>();

    Row(ChannelName channel, Outbound message, Terms terms, Instant due) {
      this.channel = channel;
      this.message = message;
      this.terms = terms;
      this.due = due;
    }

    boolean isOpen() {
      return settlements.isEmpty()
          || settlements.getLast() instanceof Settlement.Again
          || settlements.getLast() instanceof Settlement.Paced;
    }

    record Line(Lane lane, Outbound.Target target) {}

    Line line() {
      return new Line(terms.lane(), message.target());
    }
  }

  /** Commits a message, which wakes the sender. */
  UUID commit(String channel, Outbound.Target target, String text) {
    return commit(channel, target, text, Terms.REPLY);
  }

  UUID commit(String channel, Outbound.Target target, String text, Terms terms) {
    var id = UUID.randomUUID();
    synchronized (this) {
      var message = new Outbound(id, target, new Reply.Part(text, List.of()), rows.size() + 1, 1);
      rows.add(new Row(new ChannelName(channel), message, terms, clock.instant()));
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

  /** Whether the next settlement will fail. */
  synchronized boolean failsSettles() {
    return settlesThatFail > 0;
  }

  /** What was written about a message so far. */
  synchronized List<Settlement> settlements(UUID id) {
    return rows.stream()
        .filter(row -> row.message.id().equals(id))
        .flatMap(row -> row.settlements.stream())
        .toList();
  }

  @Override
  public synchronized List<Claimed> claim(Lane last, int limit, Duration lease) throws Unavailable {
    if (claimFails) {
      throw new Unavailable("lost", new IllegalStateException());
    }
    Set<Row.Line> taken = new HashSet<>();
    List<Claimed> claimed = new ArrayList<>();
    var inOrder =
        rows.stream().sorted(Comparator.comparing((Row row) -> row.terms.lane())).toList();
    for (Row row : inOrder) {
      boolean isFirst = row.isOpen() && taken.add(row.line());
      boolean wanted = row.terms.lane().compareTo(last) <= 0 && claimed.size() < limit;
      if (isFirst && wanted && isDue(row)) {
        row.claim = ++claims;
        row.attempts++;
        row.leasedUntil = clock.instant().plus(lease);
        claimed.add(
            new Claimed(
                row.claim,
                row.attempts,
                row.channel,
                row.message,
                clock.instant(),
                row.terms.lane(),
                row.terms.expires()));
      }
    }
    return claimed;
  }

  private boolean isDue(Row row) {
    return !row.due.isAfter(clock.instant()) && !row.leasedUntil.isAfter(clock.instant());
  }

  @Override
  public synchronized Set<UUID> settle(List<Settled> settled) throws Unavailable {
    if (settlesThatFail > 0) {
      settlesThatFail--;
      throw new Unavailable("lost", new IllegalStateException());
    }
    var held = new HashSet<UUID>();
    for (var one : settled) {
      if (settle(one)) {
        held.add(one.id());
      }
    }
    return held;
  }

  private boolean settle(Settled settled) {
    for (Row row : rows) {
      if (row.message.id().equals(settled.id()) && row.claim == settled.claim()) {
        row.settlements.add(settled.settlement());
        row.leasedUntil = Instant.MIN;
        switch (settled.settlement()) {
          case Settlement.Again again -> row.due = again.at();
          case Settlement.Paced paced -> {
            row.due = paced.at();
            row.attempts--;
          }
          default -> {} // it has come to its end
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
  public synchronized Optional<Instant> nextDue(Lane last) {
    return rows.stream()
        .filter(row -> row.isOpen() && row.terms.lane().compareTo(last) <= 0)
        .map(row -> row.due.isAfter(row.leasedUntil) ? row.due : row.leasedUntil)
        .min(Instant::compareTo);
  }

  @Override
  public synchronized Queue queue() {
    Map<Lane, Depth> depths = new EnumMap<>(Lane.class);
    for (Lane lane : Lane.values()) {
      long count = rows.stream().filter(row -> row.isOpen() && row.terms.lane() == lane).count();
      depths.put(lane, new Depth(count, Optional.empty()));
    }
    return new Queue(depths, List.of());
  }

  @Override
  public synchronized List<Taken> takenSince(Instant from) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void onCommitted(Runnable next) {
    this.wake = next;
  }
}
