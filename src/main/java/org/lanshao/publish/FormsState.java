package org.lanshao.publish;

import java.util.List;
import org.lanshao.form.Form;
import org.lanshao.form.Library;
import org.lanshao.form.Mistake;

/**
 * How the files stand to what the desk offers.
 *
 * @param library the last good reading of the files
 * @param mistakes why the files are refused now; none when the desk offers what they say
 * @param held forms whose file is an earlier definition: the desk goes on with the newer one
 */
public record FormsState(Library library, List<Mistake> mistakes, List<Form> held) {
  /** Copies the lists. */
  public FormsState {
    mistakes = List.copyOf(mistakes);
    held = List.copyOf(held);
  }

  /** Whether the files are refused and the desk goes on with the forms from before. */
  public boolean isRefused() {
    return !mistakes.isEmpty();
  }

  /** {@code current} or {@code refused}, for the health page. */
  public String word() {
    return isRefused() ? "refused" : "current";
  }

  FormsState refused(List<Mistake> why) {
    return new FormsState(library, why, held);
  }
}
