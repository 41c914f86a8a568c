package org.lanshao.dialogue;

import java.util.List;
import org.lanshao.form.Bundled;
import org.lanshao.form.Form;

/** The bundled forms; a mistake in their files is an error. */
public final class BundledForms {
  private BundledForms() {}

  /** All of them. */
  public static List<Form> read() {
    var result = Bundled.read();
    return result.library().orElseThrow(() -> new AssertionError(result.mistakes())).forms();
  }

  /** The one of this id. */
  public static Form read(String id) {
    return read().stream().filter(form -> form.id().text().equals(id)).findFirst().orElseThrow();
  }
}
