package org.lanshao.desk.talk;

import java.util.List;
import java.util.Optional;
import org.lanshao.form.Form;
import org.lanshao.reading.Prefix;

/**
 * A message that opens a form.
 *
 * @param form which
 * @param rest what follows the start word; empty text when nothing does
 */
public record Opening(Form form, String rest) {
  /**
   * The opening with the longest start word that the message begins with, spaces, width and case
   * aside; empty when none fits or a longer exception does (紧急联系人).
   */
  public static Optional<Opening> of(List<Form> forms, String text) {
    Optional<Opening> best = Optional.empty();
    int longest = 0;
    for (Form form : forms) {
      for (String word : form.start()) {
        var rest = Prefix.after(word, text);
        if (rest.isPresent() && word.length() > longest && !excepted(form, text, word)) {
          longest = word.length();
          best = Optional.of(new Opening(form, form.meant(word, rest.get())));
        }
      }
    }
    return best;
  }

  private static boolean excepted(Form form, String text, String word) {
    return form.except().stream()
        .anyMatch(e -> e.length() >= word.length() && Prefix.after(e, text).isPresent());
  }
}
