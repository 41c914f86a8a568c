package org.lanshao.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Outgoing;
import org.lanshao.turn.Unavailable;

/** The table {@code outgoing}, as senders see it. */
final class OutgoingStore implements Outgoing {
  private final Tables tables;
  private final Writer writer;
  private final Readers readers;
  private final Clock clock;

  OutgoingStore(Tables tables, Writer writer, Readers readers, Clock clock) {
    this.tables = tables;
    this.writer = writer;
    this.readers = readers;
    this.clock = clock;
  }

  @Override
  public List<Claimed> claim(Lane last, int limit, Duration lease) throws Unavailable {
    return write(link -> tables.claims().claim(link, last, limit, lease, clock.instant()));
  }

  @Override
  public Set<UUID> settle(List<Settled> settled) throws Unavailable {
    return write(link -> tables.outgoing().settle(link, settled, clock.instant()));
  }

  @Override
  public Optional<String> handle(String once) throws Unavailable {
    return readers.read(link -> tables.outgoing().handle(link, once));
  }

  @Override
  public Optional<Instant> nextDue(Lane last) throws Unavailable {
    return readers.read(
        link ->
            Holding.isHeld(link)
                ? Optional.empty()
                : OutgoingClaims.nextDue(link, last, clock.instant()));
  }

  @Override
  public Queue queue() throws Unavailable {
    return readers.read(link -> OutgoingQueue.read(link, clock.instant()));
  }

  /** As {@link org.lanshao.turn.Facts#lines}. */
  List<Line> lines(Lane last, Instant before, List<NewOutgoing> rows) throws Unavailable {
    return readers.read(link -> tables.lines().find(link, last, before, rows, clock.instant()));
  }

  @Override
  public List<Taken> takenSince(Instant from) throws Unavailable {
    return readers.read(link -> tables.past().find(link, from));
  }

  @Override
  public void onCommitted(Runnable wake) {
    writer.onCommitted(wake);
  }

  private <T> T write(Work.Writing<T> writing) throws Unavailable {
    return writer.write(new Work.Small<>(false, writing));
  }
}
