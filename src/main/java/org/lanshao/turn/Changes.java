package org.lanshao.turn;

import java.util.List;
import org.lanshao.count.Entry;
import org.lanshao.record.Submission;

/**
 * All that one turn writes, committed together or not at all.
 *
 * @param turn its row
 * @param filings what was submitted, with what it counts
 * @param outgoing what must be sent
 */
public record Changes(NewTurn turn, List<Filing> filings, List<NewOutgoing> outgoing) {
  /** Copies the lists. */
  public Changes {
    filings = List.copyOf(filings);
    outgoing = List.copyOf(outgoing);
  }

  /** A submission and its count entries. */
  public record Filing(Submission submission, List<Entry> entries) {
    /** Copies the entries. */
    public Filing {
      entries = List.copyOf(entries);
    }
  }
}
