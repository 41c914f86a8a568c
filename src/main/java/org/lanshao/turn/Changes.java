package org.lanshao.turn;

import java.util.List;
import org.lanshao.count.Entry;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;

/**
 * All that one turn writes, committed together or not at all.
 *
 * @param turn its row
 * @param filings what was submitted or revised, with what it counts
 * @param outgoing what must be sent
 */
public record Changes(NewTurn turn, List<Filing> filings, List<NewOutgoing> outgoing) {
  /** Copies the lists. */
  public Changes {
    filings = List.copyOf(filings);
    outgoing = List.copyOf(outgoing);
  }

  /**
   * A revision of a record, mostly its first, and what the record counts with it. The store takes
   * back what the revision before counted.
   */
  public record Filing(Revision revision, List<Entry> entries) {
    /** Copies the entries. */
    public Filing {
      entries = List.copyOf(entries);
    }

    /** A submission and what it counts. */
    public Filing(Submission submission, List<Entry> entries) {
      this(Revision.first(submission), entries);
    }

    /** The record as it stands with this revision. */
    public Submission submission() {
      return revision.record();
    }
  }
}
