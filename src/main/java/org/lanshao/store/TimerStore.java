package org.lanshao.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lanshao.turn.Timers;
import org.lanshao.turn.Unavailable;

/** The table {@code timer}, as who rings sees it. */
final class TimerStore implements Timers {
  private final TimerTable timers;
  private final Writer writer;
  private final Readers readers;

  TimerStore(TimerTable timers, Writer writer, Readers readers) {
    this.timers = timers;
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public List<Due> claim(int limit, Duration lease, Instant now) throws Unavailable {
    return write(link -> timers.claim(link, limit, lease, now));
  }

  @Override
  public Optional<Instant> nextTimer() throws Unavailable {
    return readers.read(TimerTable::next);
  }

  @Override
  public Overdue overdue(Instant now) throws Unavailable {
    return readers.read(link -> TimerTable.overdue(link, now));
  }

  @Override
  public void onCommitted(Consumer<Instant> due) {
    timers.onCommitted(due);
  }

  private <T> T write(Work.Writing<T> writing) throws Unavailable {
    return writer.write(new Work.Small<>(false, writing));
  }
}
