package org.lanshao.directory;

import java.util.Collection;
import org.lanshao.form.Spelling;

/** The remedy for a misspelt word. */
final class Nearest {
  private Nearest() {}

  /** 是不是 with the nearest known word, or {@code otherwise} when none is near. */
  static String remedy(String word, Collection<String> known, String otherwise) {
    return Spelling.nearest(word, known).map(near -> "是不是“" + near + "”？").orElse(otherwise);
  }
}
