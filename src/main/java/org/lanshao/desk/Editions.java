package org.lanshao.desk;

import java.time.LocalDate;
import java.util.concurrent.locks.ReentrantLock;
import org.lanshao.command.CountedSince;
import org.lanshao.desk.talk.DeskPorts;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Change;
import org.lanshao.directory.Directory;
import org.lanshao.form.Library;
import org.lanshao.register.Register;
import org.lanshao.turn.Unavailable;

/** What turns go by, replaced while they go on: forms, directory, register. For any thread. */
final class Editions {
  private final DeskPorts ports;

  /** All that a turn uses of what is published: a turn reads it once, then stays with it. */
  private volatile Edition edition;

  /** Held while the edition is replaced. */
  private final ReentrantLock replacing = new ReentrantLock();

  Editions(DeskPorts ports, Shelf shelf, Surroundings surroundings) {
    this.ports = ports;
    this.edition = Edition.of(ports, shelf, surroundings);
  }

  /** What turns that begin now go by. */
  Edition now() {
    return edition;
  }

  /** As {@link Desk#refresh}. */
  void refresh() throws Unavailable {
    var changes = ports.facts().directory(edition.version());
    var filed = ports.facts().register().since(edition.around().register().version());
    if (changes.isEmpty() && filed.isEmpty()) {
      return;
    }
    replacing.lock();
    try {
      Directory next = edition.around().directory();
      for (Change change : changes) {
        next = change.version() > next.version() ? next.after(change) : next;
      }
      Register register = edition.around().register();
      if (filed.filter(change -> change.version() > register.version()).isPresent()) {
        edition =
            Edition.of(ports, edition.shelf(), edition.around().with(register.after(filed.get())));
      }
      edition = Edition.of(ports, edition.shelf(), edition.around().with(next));
    } finally {
      replacing.unlock();
    }
  }

  /** As {@link Desk#publish}. */
  Shelf publish(Library library) throws Unavailable {
    var shelf = edition.shelf().next(library, ports);
    var today = LocalDate.now(edition.around().clock());
    CountedSince.note(shelf.current(), today, ports.facts(), ports.commit());
    replacing.lock();
    try {
      edition = Edition.of(ports, shelf, edition.around().with(library));
    } finally {
      replacing.unlock();
    }
    return shelf;
  }
}
