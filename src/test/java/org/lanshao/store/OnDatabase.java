package org.lanshao.store;

/** What the parts of the contract run on. */
interface OnDatabase {
  /** The database of this test. */
  TestDatabase database();

  /** A node on it, opened before the test. */
  Store store();
}
