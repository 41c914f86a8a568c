package org.lanshao.census;

import java.util.List;

/**
 * A line of a table; private.
 *
 * @param number its place in the file, from 1
 * @param cells what stands in its columns, without white space round it
 */
public record Line(int number, List<String> cells) {
  /** Copies the cells. */
  public Line {
    cells = List.copyOf(cells);
  }

  /** The number alone. */
  @Override
  public String toString() {
    return "Line[" + number + "]";
  }
}
