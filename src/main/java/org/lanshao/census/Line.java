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

  /** What stands in a column, counted from 0; empty text behind the end of the line. */
  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  /** The number alone. */
  @Override
  public String toString() {
    return "Line[" + number + "]";
  }
}
