package org.lanshao.form;

import java.util.List;

/** An answer, typed. What it may be is told by the {@link Type} of its question. */
public sealed interface Value {
  /** Free text, as written but for white space at its ends. */
  record Text(String text) implements Value {}

  /** A whole number. */
  record Whole(long number) implements Value {}

  /** Yes or no. */
  record YesNo(boolean yes) implements Value {}

  /** The id of the chosen option. */
  record One(String option) implements Value {}

  /** The ids of the chosen options, in the order of the form's list, each once, at least one. */
  record Many(List<String> options) implements Value {
    /** Copies the ids. */
    public Many {
      options = List.copyOf(options);
    }
  }

  /**
   * A place of the directory.
   *
   * @param code the area's code in the directory
   * @param name its full name when the answer was given, such as 太平镇（罗定市）
   */
  record Place(String code, String name) implements Value {}
}
