package org.lanshao.timer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lanshao.turn.Retention;
import org.lanshao.turn.Retention.What;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes away each day what was kept long enough, in slices that hold up nobody, and looks after
 * what else is to be done once a day. Of all nodes one does.
 */
public final class Retainer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Retainer.class);
  private static final Duration EVERY = Duration.ofDays(1);

  /** Longer than from one day's round to the next, so that the same node goes on. */
  private static final Duration LEASE = EVERY.plusHours(2);

  private static final Duration AGAIN = Duration.ofHours(1);
  private static final Duration BETWEEN = Duration.ofMillis(50);
  private static final int SLICE = 200;

  private final Retention retention;
  private final Map<What, Duration> keeping;
  private final List<Chore> chores;
  private final Clock clock;
  private final Map<What, Counter> gone = new EnumMap<>(What.class);
  private final Thread thread = Thread.ofVirtual().name("retainer").unstarted(this::run);

  /**
   * It does nothing until it is started.
   *
   * @param keeping how long each is kept; what is missing is kept for ever
   * @param chores what else is done then
   */
  public Retainer(
      Retention retention,
      Map<What, Duration> keeping,
      List<Chore> chores,
      Clock clock,
      MeterRegistry meters) {
    this.retention = retention;
    this.keeping = new EnumMap<>(keeping);
    this.chores = List.copyOf(chores);
    this.clock = clock;
    for (What what : What.values()) {
      gone.put(
          what,
          Counter.builder("lanshao.purged")
              .description("Rows and records that were purged because they were old")
              .tag("what", what.word())
              .register(meters));
    }
  }

  /** Begins at once. */
  public void start() {
    thread.start();
  }

  private void run() {
    begin();
    try {
      while (true) {
        Thread.sleep(round() ? EVERY : AGAIN);
      }
    } catch (InterruptedException e) {
      leave();
    }
  }

  /** Does what cannot wait for a node that purges: the last one may have been killed. */
  void begin() {
    chores.stream().filter(Chore::first).forEach(Retainer::isDone);
  }

  /** Does all of it; false when another node does, or some of it could not be done. */
  boolean round() throws InterruptedException {
    boolean done = purge();
    if (done) {
      for (Chore chore : chores) {
        done &= isDone(chore);
      }
    }
    return done;
  }

  private static boolean isDone(Chore chore) {
    try {
      chore.work().run();
      return true;
    } catch (Unavailable e) {
      LOG.atWarn()
          .addKeyValue("code", e.code())
          .addKeyValue("chore", chore.name())
          .log("not done, it will be");
    } catch (IOException | RuntimeException e) {
      LOG.atError()
          .addKeyValue("error", e.getClass().getName())
          .addKeyValue("chore", chore.name())
          .log("not done, it will be tried again");
    }
    return false;
  }

  /** Purges all that is old; false when another node does, or the database does not answer. */
  private boolean purge() throws InterruptedException {
    try {
      if (!retention.lead(LEASE)) {
        return false;
      }
      for (var kept : keeping.entrySet()) {
        purge(kept.getKey(), kept.getValue());
      }
      return true;
    } catch (Unavailable e) {
      LOG.atWarn().addKeyValue("code", e.code()).log("nothing purged, it will be");
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("error", e.getClass().getName()).log("a purge failed");
    }
    return false;
  }

  private void purge(What what, Duration kept) throws Unavailable, InterruptedException {
    var before = clock.instant().minus(kept);
    long count = 0;
    boolean more = true;
    while (more) {
      var slice = retention.purge(what, before, SLICE);
      Objects.requireNonNull(gone.get(what)).increment(slice.gone());
      count += slice.gone();
      more = slice.more();
      Thread.sleep(more ? BETWEEN : Duration.ZERO);
    }
    if (count > 0) {
      LOG.atInfo()
          .addKeyValue("code", "purged")
          .addKeyValue("what", what.word())
          .addKeyValue("count", count)
          .log("what was kept long enough was taken away");
    }
  }

  private void leave() {
    try {
      retention.leave();
    } catch (Unavailable e) {
      LOG.atWarn().addKeyValue("code", e.code()).log("another node purges in a day");
    }
  }

  /** Goes no further; the next start goes on. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
