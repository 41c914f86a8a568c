package org.lanshao.turn;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lanshao.directory.PersonId;

/**
 * The port through which is kept who looked at or took away records of people. What was kept cannot
 * be changed unseen. Methods block: call them on virtual threads.
 */
public interface AuditLog {
  /**
   * Keeps an entry, durably: call it before anything is shown.
   *
   * @throws Unavailable when it was not kept: then nothing may be shown
   */
  void note(Entry entry) throws Unavailable;

  /** The newest entries, the newest first. */
  List<Entry> newest(int most) throws Unavailable;

  /**
   * Looks at all of it.
   *
   * @param known how far chains were known to be, as the log told: {@code chain:position:link}
   */
  Findings verify(List<String> known) throws Unavailable;

  /** What somebody did. */
  enum Kind {
    /** A chain of entries begins; kept by the store itself. */
    BEGIN,
    /** One record was shown with its history. */
    READ,
    /** The file of a household was shown. */
    FILE,
    /** A list of households was shown with their names. */
    LIST,
    /** Records were taken away as a workbook. */
    EXPORT,
    /** What was done for practice was removed for good. */
    REMOVE,
    /** All that is held of one person was handed over. */
    HAND_OVER,
    /** One person was taken out of all that is held. */
    FORGET,
    /** Another key took the place of the one before; all entries are bound anew by it. */
    REKEY,
    /** The old beginning of a chain was cut off, as long as the audit is kept. */
    CUT;

    /** As it is stored and told. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Somebody looked at records or took them away.
   *
   * @param person empty for the command line
   * @param conversation where it was asked, as {@link org.lanshao.message.ConversationId#key};
   *     empty text for the command line
   * @param about numbers and ranges, never what is in records
   */
  record Entry(
      Instant at, Kind kind, Optional<PersonId> person, String conversation, String about) {}

  /**
   * What a look at all entries found.
   *
   * @param entries how many there are
   * @param flaws what is wrong, in words for operators; none when all is as it was written
   */
  record Findings(long entries, List<String> flaws) {
    /** Copies the list. */
    public Findings {
      flaws = List.copyOf(flaws);
    }
  }
}
