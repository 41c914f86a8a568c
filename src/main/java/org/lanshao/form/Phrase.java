package org.lanshao.form;

import java.util.Set;

/**
 * Something the bot says, whose text stands in {@code wording.yaml}. Each package lists its own as
 * an enum, so that a phrase without a text, or a text without a phrase, is found when the files are
 * checked.
 */
public interface Phrase {
  /** Its key in the file, such as {@code dialogue.cancelled}. */
  String key();

  /** The slots that its text may use. */
  Set<String> slots();
}
