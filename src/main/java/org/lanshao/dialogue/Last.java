package org.lanshao.dialogue;

import org.lanshao.form.Answers;

/**
 * What somebody filed last with a form: what 同上次 copies.
 *
 * @param definition the hash of the definition it was filed with
 * @param answers private
 */
public record Last(String definition, Answers answers) {
  /** Without the answers. */
  @Override
  public String toString() {
    return "Last[" + definition + "]";
  }
}
