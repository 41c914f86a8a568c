package org.lanshao.form;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Spelling {
  private Spelling() {}

  /**
   * The known word nearest to what was written, or empty when none is near: at most one change per
   * three characters, one change always forgiven, or its first three letters and more. Ties go to
   * the first in order.
   */
  public static Optional<String> nearest(String written, Collection<String> known) {
    int allowed = Math.max(1, written.length() / 3);
    return known.stream()
        .filter(
            word ->
                begins(written, word)
                    || (Math.abs(word.length() - written.length()) <= allowed
                        && distance(written, word) <= allowed))
        .min(
            Comparator.comparingInt((String word) -> distance(written, word))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean begins(String written, String word) {
    return written.length() >= 3 && word.startsWith(written);
  }

  /** A remedy: the nearest word if there is one, else all that would be right. */
  public static String remedy(String written, Collection<String> known) {
    if (known.isEmpty()) {
      return "这里没有可以写的。";
    }
    return nearest(written, known)
        .map(word -> "是不是 %s？".formatted(word))
        .orElseGet(() -> "可以写：%s。".formatted(String.join("、", known)));
  }

  /** How many letters to insert, delete, replace or swap with their neighbour, ignoring case. */
  static int distance(String one, String other) {
    var a = one.toLowerCase(java.util.Locale.ROOT);
    var b = other.toLowerCase(java.util.Locale.ROOT);
    var rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, rows, i, j);
      }
    }
    return rows[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int[][] rows, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(rows[i - 1][j - 1] + change, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, 1 + rows[i - 2][j - 2]) : best;
  }
}
