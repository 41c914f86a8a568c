package org.lanshao.census;

import java.util.List;
import org.lanshao.register.Household;

/**
 * What a ledger would change.
 *
 * @param fresh households that are not on file
 * @param changed households that would be another than they are
 * @param same how many are on file like this
 * @param refused lines that cannot be taken
 */
public record Preview(
    List<Household> fresh, List<Household> changed, int same, List<Refused> refused) {
  /** Copies the lists. */
  public Preview {
    fresh = List.copyOf(fresh);
    changed = List.copyOf(changed);
    refused = List.copyOf(refused);
  }

  /**
   * A line that cannot be taken.
   *
   * @param line its number, from 1
   * @param reason what is wrong and what would be right; nothing of what stands there
   */
  public record Refused(int line, String reason) {}
}
