package org.lanshao.publish;

import java.util.List;
import org.lanshao.form.Form;
import org.lanshao.form.FormReader;
import org.lanshao.form.Library;
import org.lanshao.form.Mistake;

/**
 * How the files stand to what the desk offers.
 *
 * @param library the last good reading of the files
 * @param hints what works in the files but could be better
 * @param mistakes why the files are refused now; none when the desk offers what they say
 * @param held forms whose file is an earlier definition: the desk goes on with the newer one
 */
public record FormsState(
    Library library, List<Mistake> hints, List<Mistake> mistakes, List<Form> held) {
  /** Copies the lists. */
  public FormsState {
    hints = List.copyOf(hints);
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

  /** The files read so are refused. */
  FormsState refused(FormReader.Result read) {
    return new FormsState(library, read.hints(), read.mistakes(), held);
  }

  /** Another node published meanwhile. */
  FormsState holding(List<Form> other) {
    return new FormsState(library, hints, mistakes, other);
  }
}
