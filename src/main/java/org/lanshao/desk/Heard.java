package org.lanshao.desk;

import java.time.LocalDate;
import org.lanshao.directory.Person;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;

/**
 * Words of a known person, with what they are understood by.
 *
 * @param where the conversation in which they were said
 * @param today the local day
 */
record Heard(String text, Person speaker, ConversationId where, Talk talk, LocalDate today) {
  /** Whether it was said in private or in a group. */
  Chat chat() {
    return where.chat();
  }

  /** The same with other words. */
  Heard saying(String words) {
    return new Heard(words, speaker, where, talk, today);
  }

  /** The same in a talk that went on. */
  Heard in(Talk next) {
    return new Heard(text, speaker, where, next, today);
  }

  /** Without the words. */
  @Override
  public String toString() {
    return "Heard[" + speaker + "]";
  }
}
