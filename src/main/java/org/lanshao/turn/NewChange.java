package org.lanshao.turn;

import java.util.List;
import java.util.Optional;
import org.lanshao.directory.Change;
import org.lanshao.directory.Edit;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Proposal;

/**
 * A change of the directory, as a row: what changes, and who did it. Such rows are never changed
 * and never deleted: they are the directory, and tell how it came about.
 *
 * @param change what changes
 * @param kind what it is about
 * @param by who did it; empty for a newcomer and for the files
 * @param subject the id of the person or group, or the code of the area, that it is about; no name
 * @param where the key of the conversation in which it was said; empty text for the files
 * @param snapshot the edits that make the whole directory with this change; given every so many
 *     changes so that reading back stays short
 */
public record NewChange(
    Change change,
    Proposal.Kind kind,
    Optional<PersonId> by,
    String subject,
    String where,
    Optional<List<Edit>> snapshot) {
  /** Without what it changes. */
  @Override
  public String toString() {
    return "NewChange[" + change.version() + " " + kind + "]";
  }
}
