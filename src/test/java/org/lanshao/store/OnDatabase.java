package org.lanshao.store;

import org.lanshao.turn.Changes;
import org.lanshao.turn.Committed;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

/** What the parts of the contract run on. */
interface OnDatabase {
  /** The database of this test. */
  TestDatabase database();

  /** A node on it, opened before the test. */
  Store store();

  /** Commits on that node and waits for the outcome. */
  default Committed commit(Changes changes) throws Unavailable {
    return Promised.kept(store().commit(changes));
  }
}
