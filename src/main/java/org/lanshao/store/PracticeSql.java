package org.lanshao.store;

/**
 * How SQL tells the numbers of practice, and what they begin with: by an X behind one or two
 * letters, as {@link org.lanshao.reading.Practice} does.
 */
final class PracticeSql {
  private PracticeSql() {}

  /** Rows that are not of practice. */
  static String real(String column) {
    return " AND substr(%s, 2, 1) <> 'X' AND substr(%s, 3, 1) <> 'X'".formatted(column, column);
  }
}
