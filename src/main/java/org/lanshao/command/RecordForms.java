package org.lanshao.command;

import org.lanshao.form.Form;
import org.lanshao.turn.Unavailable;

/** The forms that records were made with, which may have changed since or be no more. */
@FunctionalInterface
public interface RecordForms {
  /** The form of a definition, as {@code Submission.definition} names it. */
  Form form(String definition) throws Unavailable;
}
