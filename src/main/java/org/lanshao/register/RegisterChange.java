package org.lanshao.register;

import java.util.List;

/**
 * What changed at once in the register.
 *
 * @param version of the register with it; the first one is 1
 * @param edits in order
 */
public record RegisterChange(long version, List<RegisterEdit> edits) {
  /** Copies the edits. */
  public RegisterChange {
    edits = List.copyOf(edits);
  }

  /** Without what it changes, which is private. */
  @Override
  public String toString() {
    return "RegisterChange[" + version + "]";
  }
}
