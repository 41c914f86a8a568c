package org.lanshao.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lanshao.media.Sweep;
import org.lanshao.store.Store;
import org.lanshao.timer.Chore;
import org.lanshao.turn.Retention.What;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one node looks after each day beside what is old: what commands that were killed have left,
 * and files that nothing refers to.
 */
record Chores(Store store, Keeping keeping, Clock clock) {
  private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

  /** All of it. */
  List<Chore> all() {
    return List.of(
        new Chore("departures", true, new Departures(store, clock)::goOn),
        new Chore("imports", false, this::clearImports),
        new Chore("files", false, this::sweep));
  }

  private void clearImports() throws Unavailable {
    var before = clock.instant().minus(LedgerCommand.FORGOTTEN);
    store.registerImport().clearAway(before);
    store.recordImport().clearAway(before);
  }

  /** Messages and what was said may name files that are no picture or file somebody sent. */
  private void sweep() throws Unavailable, IOException {
    var named = longest(What.WORDS, What.SENT);
    if (named.isPresent()) {
      Instant before = clock.instant().minus(named.get());
      int gone = new Sweep(store.media(), store.mediaFiles()).sweep(before);
      if (gone > 0) {
        LOG.atInfo().addKeyValue("count", gone).log("files deleted that nothing refers to");
      }
    }
  }

  /** How long both are kept; empty when one of them is for ever. */
  private Optional<Duration> longest(What one, What other) {
    var ages = keeping.whatToAge();
    return Optional.ofNullable(ages.get(one))
        .flatMap(
            age -> Optional.ofNullable(ages.get(other)).map(o -> o.compareTo(age) > 0 ? o : age));
  }
}
