package org.lanshao.store;

/**
 * How records are counted by two of their answers at once: a pair of entries of one measure and
 * revision counts under both names with a star between them, {@code mode*purpose} and {@code
 * home*flood}. What a revision takes back has the other sign, so it pairs with its like alone.
 */
final class Joint {
  /** Between two names; no question or option has one. */
  static final String STAR = "*";

  /** The second entry beside {@code e}, for {@code FROM}. */
  static final String AND_ENTRY = " CROSS JOIN entry f";

  /** What makes {@code e} and {@code f} a pair, for {@code WHERE}. */
  static final String IS_PAIR =
      " AND f.submission = e.submission AND f.revision = e.revision AND f.measure = e.measure"
          + " AND f.dimension > e.dimension AND length(e.dimension) > 0 AND f.amount = e.amount"
          + " AND f.subject = e.subject AND f.path = e.path AND f.day = e.day";

  private static final String DIMENSION = "e.dimension || '*' || f.dimension";
  static final String VALUE = "e.value || '*' || f.value";

  private Joint() {}

  /**
   * Selects entries under their own names, and once more in pairs.
   *
   * @param columns of {@code e}, each with its name
   * @param from with {@code e} among its tables
   * @param where which entries {@code e} are meant
   */
  static String both(String columns, String from, String where) {
    return "SELECT e.dimension AS dimension, e.value AS value, "
        + columns
        + from
        + where
        + " UNION ALL SELECT "
        + DIMENSION
        + " AS dimension, "
        + VALUE
        + " AS value, "
        + columns
        + from
        + AND_ENTRY
        + where
        + IS_PAIR;
  }
}
