package org.lanshao.form;

import java.util.List;

/** All that a folder of conversations holds, read and checked. */
public record Library(List<Form> forms, Wording wording) {
  /** Copies the list. */
  public Library {
    forms = List.copyOf(forms);
  }
}
