package org.lanshao.desk.talk;

import org.lanshao.form.Form;
import org.lanshao.turn.Unavailable;

/** Every form definition that an open draft may have begun with. */
public interface Definitions {
  /**
   * The form of a definition.
   *
   * @throws IllegalStateException when it was never published: a draft cannot have begun with it
   */
  Form form(String hash) throws Unavailable;
}
