package org.lanshao.backup;

import java.time.Instant;
import java.util.Optional;
import org.lanshao.store.Snapshots;
import org.lanshao.turn.Unavailable;

/**
 * What became of backups, kept in the database where the server finds it: it raises an alarm when
 * the last one failed or is overdue.
 */
public record BackupNotes(Snapshots snapshots) {
  /** Under this name: when the last good backup was made. */
  public static final String GOOD = "backup.good";

  /** Under this name: when the last backup failed and why; empty text when it did not. */
  public static final String FAILED = "backup.failed";

  /**
   * Notes the end of a backup.
   *
   * @param code why it failed; empty text if it did not
   */
  public void write(Instant at, String code) throws Unavailable {
    if (code.isEmpty()) {
      snapshots.note(GOOD, at.toString());
      snapshots.note(FAILED, "");
    } else {
      snapshots.note(FAILED, at + " " + code);
    }
  }

  /** Why the last backup failed, out of a note; empty when it did not. */
  public static Optional<String> code(String note) {
    int space = note.indexOf(' ');
    return space < 0 ? Optional.empty() : Optional.of(note.substring(space + 1));
  }
}
