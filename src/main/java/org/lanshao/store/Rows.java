package org.lanshao.store;

import java.util.List;
import org.lanshao.turn.NewTurn;

/**
 * What a turn writes, as rows, sealed by the thread that asked.
 *
 * @param turn the turn itself
 * @param row its row
 * @param filings what was submitted
 * @param outgoing rows of {@link OutgoingTable}
 */
record Rows(NewTurn turn, Object[] row, List<Filing> filings, List<Object[]> outgoing) {
  /**
   * A submission as rows.
   *
   * @param submission its row
   * @param entries what it counts
   * @param path the areas that it lies in
   */
  record Filing(Object[] submission, List<Object[]> entries, Path path) {}

  /**
   * An area with all that it lies in.
   *
   * @param text its codes from the narrowest to the widest, with dots
   * @param codes the same
   */
  record Path(String text, List<String> codes) {}
}
