package org.lanshao.desk;

import org.lanshao.desk.talk.DeskPorts;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;

/** What turns go by at one moment. */
record Edition(Shelf shelf, Surroundings around, Turns turns) {
  /** Of its directory. */
  long version() {
    return around.directory().version();
  }

  /** Whether it knows the same directory and register. */
  boolean isSame(Edition other) {
    return version() == other.version()
        && around.register().version() == other.around().register().version();
  }

  /** Made of these, with what takes turns by them. */
  static Edition of(DeskPorts ports, Shelf shelf, Surroundings around) {
    return new Edition(shelf, around, Turns.of(ports.facts(), shelf, around));
  }
}
