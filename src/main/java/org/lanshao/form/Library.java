package org.lanshao.form;

import java.util.List;

/**
 * All that a folder of conversations holds, read and checked.
 *
 * @param forms by their {@code order}, then by file name
 */
public record Library(List<Form> forms, Wording wording) {
  /** Copies the list. */
  public Library {
    forms = List.copyOf(forms);
  }
}
