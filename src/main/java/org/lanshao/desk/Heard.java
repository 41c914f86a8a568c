package org.lanshao.desk;

import java.time.LocalDate;
import org.lanshao.directory.Person;
import org.lanshao.message.Chat;

/**
 * Words of a known person, with what they are understood by.
 *
 * @param today the local day
 */
record Heard(String text, Person speaker, Chat chat, Talk talk, LocalDate today) {
  /** The same with other words. */
  Heard saying(String words) {
    return new Heard(words, speaker, chat, talk, today);
  }

  /** The same in a talk that went on. */
  Heard in(Talk next) {
    return new Heard(text, speaker, chat, next, today);
  }

  /** Without the words. */
  @Override
  public String toString() {
    return "Heard[" + speaker + "]";
  }
}
