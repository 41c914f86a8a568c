package org.lanshao.register;

/** One thing that changes in the register. Edits are kept for ever; the register is their fold. */
public sealed interface RegisterEdit {
  /** A household is there, or is from now on like this. */
  record Put(Household household) implements RegisterEdit {}

  /** A household was the same as another: its number means the other from now on. */
  record Merge(FileNumber from, FileNumber into) implements RegisterEdit {}
}
