package org.lanshao.dialogue;

import java.util.List;
import org.lanshao.form.Bundled;
import org.lanshao.form.Form;

/** The bundled forms; a mistake in their files is an error. */
public final class BundledForms {
  private BundledForms() {}

  /** All of them. */
  public static List<Form> read() {
    return in("zh");
  }

  /** All of them as people of a language have them. */
  public static List<Form> in(String language) {
    var result = Bundled.read();
    var library = result.library().orElseThrow(() -> new AssertionError(result.mistakes()));
    return library.in(language).forms();
  }

  /** The one of this id. */
  public static Form read(String id) {
    return read().stream().filter(form -> form.id().text().equals(id)).findFirst().orElseThrow();
  }
}
