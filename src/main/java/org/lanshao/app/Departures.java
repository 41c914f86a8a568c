package org.lanshao.app;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.lanshao.directory.Edit;
import org.lanshao.directory.PersonId;
import org.lanshao.register.FileNumber;
import org.lanshao.register.RegisterChange;
import org.lanshao.store.Store;
import org.lanshao.turn.NewRegisterChange;
import org.lanshao.turn.PeopleHeld.Leaver;
import org.lanshao.turn.Unavailable;

/**
 * Deletions of people. What was asked for is kept until all of it is done: whoever dies on the way
 * is followed by a server when it starts and each day, or by the next run of the command.
 *
 * @param store where all of it is held
 * @param clock says when a deletion has settled
 */
record Departures(Store store, Clock clock) {
  /** So long servers may write once more what they knew: later all is looked through again. */
  private static final Duration SETTLED = Duration.ofMinutes(10);

  /** So often a change is tried that somebody else is faster with. */
  private static final int TRIES = 10;

  /**
   * Takes somebody out of all that is held.
   *
   * @return how many rows of each table were changed
   */
  SortedMap<String, Long> forget(Leaver leaver) throws Unavailable {
    store.people().begin(leaver);
    return finish(leaver);
  }

  /**
   * Does the rest of what was asked for before.
   *
   * @return whether anything was left to do
   */
  boolean goOn() throws Unavailable {
    boolean any = false;
    for (Leaver leaver : store.people().begun()) {
      any |= !finish(leaver).isEmpty();
    }
    return any;
  }

  private SortedMap<String, Long> finish(Leaver leaver) throws Unavailable {
    boolean last = leaver.at().plus(SETTLED).isBefore(clock.instant());
    var changed = store.people().forget(leaver.sought());
    if (leaver.household().isPresent()) {
      tellServers(leaver.household().get());
    }
    for (PersonId worker : leaver.sought().worker()) {
      tellServers(worker);
    }
    if (last) {
      store.people().end(leaver);
    }
    return changed;
  }

  /** Servers take over the directory change by change: somebody is told once more. */
  private void tellServers(PersonId worker) throws Unavailable {
    var kept = new KeptDirectory(store, clock);
    for (int nth = 1; nth <= TRIES; nth++) {
      var now = kept.current();
      var left = now.person(worker).orElseThrow();
      if (kept.write(now, List.of(new Edit.PutPerson(left, Optional.of(left))))) {
        return;
      }
    }
    throw new Unavailable("locked", new IllegalStateException("the directory changes too often"));
  }

  /** Servers take over the register change by change: the last one is told once more. */
  private void tellServers(FileNumber household) throws Unavailable {
    var into = store.registerImport();
    for (int nth = 1; nth <= TRIES; nth++) {
      var version = store.register().since(0).map(RegisterChange::version).orElse(0L) + 1;
      var last = store.register().history(household).getLast().edit();
      var batch = Generators.timeBasedEpochGenerator().generate();
      into.layOut(batch, List.of(last));
      var told =
          new NewRegisterChange(
              new RegisterChange(version, List.of()),
              batch,
              NewRegisterChange.Kind.CHANGE,
              Optional.empty(),
              "",
              clock.instant());
      if (into.takeIn(told, 1)) {
        return;
      }
      into.clear(batch);
    }
    throw new Unavailable("locked", new IllegalStateException("a household changes too often"));
  }
}
