package org.lanshao.publish;

import org.lanshao.form.FormReader;

/** The files that forms and wording are read from. */
public interface Source {
  /** What the files look like from outside: another text after any of them changed. Cheap. */
  String look();

  /** Reads and checks all of them. */
  FormReader.Result read();
}
