package org.lanshao.store;

/** The database answers before its data is on the disk, so a crash would lose turns. */
public final class UnsafeDatabase extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnsafeDatabase(String message) {
    super(message);
  }
}
