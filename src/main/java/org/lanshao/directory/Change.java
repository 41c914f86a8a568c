package org.lanshao.directory;

import java.time.Instant;
import java.util.List;

/**
 * What changed at once in the directory.
 *
 * @param version of the directory with it; the first one is 1
 * @param at when
 * @param edits in order
 */
public record Change(long version, Instant at, List<Edit> edits) {
  /** Copies the edits. */
  public Change {
    edits = List.copyOf(edits);
  }

  /** Without what it changes, which is private. */
  @Override
  public String toString() {
    return "Change[" + version + "]";
  }
}
