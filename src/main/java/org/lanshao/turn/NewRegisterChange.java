package org.lanshao.turn;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.directory.PersonId;
import org.lanshao.register.RegisterChange;

/**
 * A change of the register, as a row, with one more for each of its edits: what changes, and who
 * did it. Such rows are never changed and never deleted: they are the register, and tell how it
 * came about.
 *
 * @param change what changes
 * @param batch what its edits have in common: a fresh id
 * @param kind what it is about
 * @param by who did it; empty for a ledger
 * @param where the key of the conversation in which it was said; empty text for a ledger
 * @param at when
 */
public record NewRegisterChange(
    RegisterChange change, UUID batch, Kind kind, Optional<PersonId> by, String where, Instant at) {
  /** What a change of the register is about. */
  public enum Kind {
    /** A ledger was read. */
    IMPORT,
    /** A household or site was put on file. */
    ENROLL,
    /** A field was changed. */
    CHANGE,
    /** Two households were the same. */
    MERGE
  }

  /** Without what it changes. */
  @Override
  public String toString() {
    return "NewRegisterChange[" + change.version() + " " + kind + "]";
  }
}
