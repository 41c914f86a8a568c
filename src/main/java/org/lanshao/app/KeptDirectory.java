package org.lanshao.app;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.lanshao.directory.Change;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Edit;
import org.lanshao.directory.Imports;
import org.lanshao.directory.Proposal;
import org.lanshao.store.Store;
import org.lanshao.turn.NewChange;
import org.lanshao.turn.Unavailable;

/** The directory in the database: read in from the files once, and again only when it is asked. */
final class KeptDirectory {
  private static final Directory EMPTY = new Directory(List.of(), List.of(), List.of());

  private final Store store;
  private final Clock clock;

  KeptDirectory(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The directory as it is kept; an empty database takes the files in first. */
  Directory open(Directory files) throws Unavailable {
    Directory kept = current();
    if (kept.version() > 0) {
      return kept;
    }
    write(EMPTY, files.edits()); // false when another node was faster: then theirs stands
    return current();
  }

  /** The directory as it is kept; of version 0 when nothing was ever taken in. */
  Directory current() throws Unavailable {
    return fold(store.directory(0));
  }

  /**
   * The edits that files ask for which were changed since they were last taken in. Where all is as
   * they say, as at most starts, what was taken in need not be read.
   */
  List<Edit> asked(Directory current, Directory files) throws Unavailable {
    return Imports.between(current, files).isEmpty()
        ? List.of()
        : Imports.between(fold(store.imported()), files);
  }

  /**
   * Takes in what files ask for.
   *
   * @return false when the directory was changed meanwhile: nothing was written
   */
  boolean write(Directory current, List<Edit> edits) throws Unavailable {
    var change = new Change(current.version() + 1, clock.instant(), edits);
    var whole = current.after(change).edits();
    return store.change(
        new NewChange(change, Proposal.Kind.IMPORT, Optional.empty(), "", "", Optional.of(whole)));
  }

  private static Directory fold(List<Change> changes) {
    var directory = EMPTY;
    for (Change change : changes) {
      directory = directory.after(change);
    }
    return directory;
  }
}
