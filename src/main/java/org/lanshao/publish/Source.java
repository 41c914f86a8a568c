package org.lanshao.publish;

import org.lanshao.form.FormReader;

/** The files that forms and wording are read from. */
public interface Source {
  /** What the files look like from outside: another text after any of them changed. Cheap. */
  String look();

  /**
   * Keeps a copy of files that were read without a mistake, for a start that finds them bad; not
   * when they have changed since they looked like {@code seen}.
   */
  void keep(String seen);

  /** Reads and checks all of them. */
  FormReader.Result read();
}
