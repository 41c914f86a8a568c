package org.lanshao.directory;

import java.util.List;
import org.lanshao.form.Mistake;

/** What came of reading the directory's files. */
public sealed interface DirectoryRead {
  /** All three files were right. */
  record Valid(Directory directory) implements DirectoryRead {}

  /** Something was wrong: every mistake of the three files, by file and line; at least one. */
  record Invalid(List<Mistake> mistakes) implements DirectoryRead {
    /** Copies and sorts them. */
    public Invalid {
      mistakes = mistakes.stream().sorted().toList();
    }
  }
}
